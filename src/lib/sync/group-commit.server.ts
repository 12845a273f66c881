interface Waiting<Batch, Answer> {
  readonly batch: Batch;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions<Batch, Answer> {
  /** Writes them in one transaction that is on disk when this returns: one answer for each, in their order. */
  readonly write: (batches: readonly Batch[]) => readonly Answer[];
  readonly sizeOf: (batch: Batch) => number;
  /** how much one transaction takes at most; a single batch may be larger */
  readonly largest: number;
}

/**
 * Batches that come in within one turn of the event loop are written together: while one transaction goes to the
 * disk, the requests of other tablets arrive, and the next transaction takes all of them (docs/decisions/0012).
 * A lone batch does not wait for others.
 */
export class GroupCommit<Batch, Answer> {
  #waiting: Waiting<Batch, Answer>[] = [];

  constructor(readonly options: GroupCommitOptions<Batch, Answer>) {}

  /** Resolves when the batch is on disk; rejects, and nothing of it is kept, if the disk does not take it. */
  add(batch: Batch): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ batch, resolve, reject }) === 1) setImmediate(() => this.#writeAll());
    });
  }

  #writeAll(): void {
    const group = this.#nextGroup();
    if (this.#waiting.length > 0) setImmediate(() => this.#writeAll());
    try {
      const answers = this.options.write(group.map(({ batch }) => batch));
      for (const [index, { resolve, reject }] of group.entries()) {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A batch was written without an answer'));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** Those that waited longest, as many as fit. */
  #nextGroup(): Waiting<Batch, Answer>[] {
    const { sizeOf, largest } = this.options;
    let room = largest;
    const end = this.#waiting.findIndex(({ batch }, index) => {
      room -= sizeOf(batch);
      return room < 0 && index > 0;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }
}
