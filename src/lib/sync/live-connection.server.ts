import type { LiveMessage, StreamChange } from './signals';

/** Beats that a reader may leave lying before it is cut. */
const patientBeats = 2;

const encoder = new TextEncoder();

export interface ConnectionEnds {
  /** The reader has gone. */
  onGone(): void;
  /** Ends the way to a reader that takes nothing any more. */
  cut(): void;
}

/**
 * One reader of live signals. What it has not taken yet is kept as the newest seq of each stream: a slow reader
 * costs no more memory than the streams it may read.
 */
export class LiveConnection {
  readonly body: ReadableStream<Uint8Array>;
  readonly #ends: ConnectionEnds;
  readonly #news = new Map<string, number>();
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #isClubNews = false;
  #leftBeats = 0;

  /** @param retryMs when the browser itself would come back after a break */
  constructor(ends: ConnectionEnds, retryMs: number) {
    this.#ends = ends;
    this.body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
        controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
      },
      pull: () => this.flush(),
      cancel: () => this.#leave()
    });
  }

  /** Keeps what is new; `flush` sends it. */
  note({ stream, seq }: StreamChange): void {
    if (seq > (this.#news.get(stream) ?? 0)) this.#news.set(stream, seq);
  }

  noteClub(): void {
    this.#isClubNews = true;
  }

  /** Forgets news of streams that the reader may not read any more. */
  keepOnly(streams: ReadonlySet<string>): void {
    for (const stream of this.#news.keys()) if (!streams.has(stream)) this.#news.delete(stream);
  }

  /** Sends what is new, if the reader has taken what came before. */
  flush(): void {
    if ((this.#news.size > 0 || this.#isClubNews) && this.#hasRoom()) this.#send({});
  }

  /** Says that the connection is there; cuts a reader that has taken nothing for a while. */
  beat(): void {
    if (this.#hasRoom()) {
      this.#leftBeats = 0;
      this.#send({});
    } else if (this.#controller) {
      this.#leftBeats += 1;
      if (this.#leftBeats >= patientBeats) this.#break();
    }
  }

  /** Ends in order, with a last message. */
  end(last: Pick<LiveMessage, 'over'> = {}): void {
    if (!this.#hasRoom()) return this.#break();
    this.#send(last);
    this.#controller?.close();
    this.#leave();
  }

  #hasRoom(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #send(more: Pick<LiveMessage, 'over'>): void {
    const message: LiveMessage = {
      streams: Object.fromEntries(this.#news),
      ...(this.#isClubNews ? { club: true } : {}),
      ...more
    };
    this.#news.clear();
    this.#isClubNews = false;
    this.#controller?.enqueue(encoder.encode(`data: ${JSON.stringify(message)}\n\n`));
  }

  /**
   * Closed, not failed: where somebody has left before their answer began, Kit cancels it and hears nobody out, and a
   * failure that nobody hears ends the whole server.
   */
  #break(): void {
    this.#controller?.close();
    this.#leave();
    this.#ends.cut();
  }

  #leave(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.#news.clear();
    this.#ends.onGone();
  }
}
