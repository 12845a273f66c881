import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { err, ok, type Result } from '$lib/base/result';

export interface TooOften {
  readonly waitMs: number;
}

export interface Tries {
  /** how many may fail … */
  readonly points: number;
  /** … within this time; then that long nothing more is tried */
  readonly duration: number;
}

/**
 * Counts failed tries and asks for patience after too many. Counts live in memory: a restart forgives, which is
 * kinder than a locked-out office and costs an attacker nothing they could not have anyway.
 */
export class Throttle {
  readonly #limiter: RateLimiterMemory;

  constructor({ points, duration }: Tries) {
    this.#limiter = new RateLimiterMemory({ points, duration, blockDuration: duration });
  }

  /** Counts a try before it is made, so that many at once count, too: take it back when it was right. */
  async begin(key: string): Promise<Result<void, TooOften>> {
    try {
      await this.#limiter.consume(key);
      return ok(undefined);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return err({ waitMs: refusal.msBeforeNext });
      throw refusal;
    }
  }

  /** Takes one try back. */
  async uncount(key: string): Promise<void> {
    await this.#limiter.reward(key);
  }

  /** Forgets all tries. */
  async forgive(key: string): Promise<void> {
    await this.#limiter.delete(key);
  }
}
