import { touchKey } from '$lib/sync/handed-on.browser';
import { idleMs } from './pin-rules';

/** How often a touch is written at most. */
const notedEveryMs = 10_000;

/** When the trainers' pages were last touched, also in another tab or before a restart. */
export class LastTouch {
  #noted = 0;

  /** Whether nobody has touched them for so long that they close; a clock that was set back may hide how long. */
  isLongAgo(now: number): boolean {
    const last = this.#read();
    return last !== undefined && Math.abs(now - last) >= idleMs;
  }

  note(now: number): void {
    if (Math.abs(now - this.#noted) < notedEveryMs) return;
    this.#noted = now;
    try {
      localStorage.setItem(touchKey, String(now));
    } catch {
      // No storage: there is no PIN either.
    }
  }

  #read(): number | undefined {
    try {
      const text = localStorage.getItem(touchKey);
      return text === null ? undefined : Number(text);
    } catch {
      return undefined;
    }
  }
}
