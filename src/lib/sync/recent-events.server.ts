/** An event of a stream, as text for the wire. */
export interface NumberedText {
  readonly seq: number;
  readonly text: string;
}

/** Characters of events kept at most; a character is a byte here, for nearly all of them. */
const mostKept = 8 * 1024 * 1024;

/**
 * The newest events of the streams that were written to last, as the text in which each of a venue's tablets gets
 * them. They are exactly what the log holds: put in after the commit, never changed, only ever asked for up to the
 * `seq` that the database says. Who comes later reads the log.
 */
export class RecentEvents {
  readonly #streams = new Map<string, NumberedText[]>();
  #size = 0;

  constructor(readonly most: number = mostKept) {}

  /** Takes in what was committed to a stream, in order of `seq`. */
  put(stream: string, events: readonly NumberedText[]): void {
    const [first] = events;
    if (first === undefined) return;
    const kept = this.#streams.get(stream) ?? [];
    // The youngest stream stands last in the map.
    this.#streams.delete(stream);
    const follows = kept.at(-1)?.seq === first.seq - 1;
    if (!follows) this.#size -= sizeOf(kept);
    this.#streams.set(stream, follows ? kept : []);
    this.#streams.get(stream)?.push(...events);
    this.#size += sizeOf(events);
    this.#trim();
  }

  /** The events after `after` up to `last`, if all of them are here. */
  between(stream: string, after: number, last: number): readonly NumberedText[] | undefined {
    const kept = this.#streams.get(stream);
    const first = kept?.[0];
    if (kept === undefined || first === undefined || after < first.seq - 1) return undefined;
    if (kept.at(-1)?.seq !== last) return undefined;
    return kept.slice(after - first.seq + 1);
  }

  /** What is deleted goes from here too. */
  drop(stream: string): void {
    this.#size -= sizeOf(this.#streams.get(stream) ?? []);
    this.#streams.delete(stream);
  }

  #trim(): void {
    for (const stream of this.#streams.keys()) {
      if (this.#size <= this.most) return;
      this.drop(stream);
    }
  }
}

function sizeOf(events: readonly NumberedText[]): number {
  return events.reduce((sum, { text }) => sum + text.length, 0);
}
