/** An event of a stream, as text for the wire. */
export interface NumberedText {
  readonly seq: number;
  readonly text: string;
}

/** Characters (nearly all of them one byte) kept at most, and as many again in what was asked for. */
const mostKept = 2 * 1024 * 1024;

/** Some of a stream's events in order of `seq`, as the inner text of a JSON list in UTF-8. */
export interface EventBytes {
  readonly count: number;
  readonly bytes: Buffer;
}

interface KeptStream {
  readonly events: NumberedText[];
  size: number;
  /** what was asked for last: the tablets of a venue ask for the same */
  asked?: EventBytes & { readonly after: number };
}

/**
 * The newest events of the streams that were written to last, as the text in which each of a venue's tablets gets
 * them. They are exactly what the log holds: put in after the commit, never changed, only ever asked for up to the
 * `seq` that the database says. Who comes later reads the log.
 */
export class RecentEvents {
  readonly #streams = new Map<string, KeptStream>();
  #size = 0;

  constructor(readonly most: number = mostKept) {}

  /** Takes in what was committed to a stream, in order of `seq`. */
  put(stream: string, events: readonly NumberedText[]): void {
    const [first] = events;
    if (first === undefined) return;
    const before = this.#streams.get(stream);
    const follows = before !== undefined && before.events.at(-1)?.seq === first.seq - 1;
    const kept = follows ? before : { events: [], size: 0 };
    this.drop(stream);
    delete kept.asked;
    kept.events.push(...events);
    kept.size += events.reduce((sum, { text }) => sum + text.length, 0);
    // The youngest stream stands last in the map.
    this.#streams.set(stream, kept);
    this.#size += kept.size;
    this.#trim();
  }

  /** The events after `after` up to `last`, if all of them are here. */
  between(stream: string, after: number, last: number): EventBytes | undefined {
    const kept = this.#streams.get(stream);
    const first = kept?.events[0];
    if (first === undefined || after < first.seq - 1 || kept?.events.at(-1)?.seq !== last) return undefined;
    if (kept.asked?.after !== after) {
      const events = kept.events.slice(after - first.seq + 1);
      kept.asked = { after, count: events.length, bytes: listed(events) };
    }
    return kept.asked;
  }

  /** What is deleted goes from here too. */
  drop(stream: string): void {
    this.#size -= this.#streams.get(stream)?.size ?? 0;
    this.#streams.delete(stream);
  }

  #trim(): void {
    for (const stream of this.#streams.keys()) {
      if (this.#size <= this.most) return;
      this.drop(stream);
    }
  }
}

/** Events as the inner text of a JSON list. Bytes, so that what goes to every tablet of a venue is encoded once. */
function listed(events: readonly NumberedText[]): Buffer {
  return Buffer.from(events.map(({ text }) => text).join());
}
