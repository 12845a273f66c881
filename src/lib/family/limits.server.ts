import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '$lib/access/sync-limits.server';
import type { Store } from '$lib/store/open.server';

/** How much families may bring. */
export interface FamilyBudget {
  /** entries of one family, within a quarter of an hour */
  readonly entries: number;
  /** entries of one family at all: each takes four kilobytes at most */
  readonly mostEntries: number;
  /** families that begin at one address, within a day … */
  readonly newByAddress: number;
  /** … and everywhere */
  readonly newInAll: number;
}

/**
 * A new key seals everything anew: a family that has written for years moves within the hour. At a parents' evening some
 * fifty families begin at one address.
 */
const generous: FamilyBudget = { entries: 3000, mostEntries: 10_000, newByAddress: 100, newInAll: 3000 };

const quarterSeconds = 15 * 60;
const daySeconds = 24 * 60 * 60;

/** Rate and room of families (SYNC.md, promise 9 of the server). Rates are counted in memory. */
export class FamilyLimits {
  readonly #mostEntries: number;
  readonly #entries: RateLimiterMemory;
  readonly #byAddress: RateLimiterMemory;
  readonly #inAll: RateLimiterMemory;

  constructor({ entries, mostEntries, newByAddress, newInAll }: FamilyBudget = generous) {
    this.#mostEntries = mostEntries;
    this.#entries = new RateLimiterMemory({ points: entries, duration: quarterSeconds });
    this.#byAddress = new RateLimiterMemory({ points: newByAddress, duration: daySeconds });
    this.#inAll = new RateLimiterMemory({ points: newInAll, duration: daySeconds });
  }

  /** Whether one more family may begin at this address. An address is counted only while there is room for all. */
  async mayBegin(address: string): Promise<boolean> {
    const all = await this.#inAll.get('all');
    if (all && all.consumedPoints >= this.#inAll.points) return false;
    return (await take(this.#byAddress, networkOf(address))) && (await take(this.#inAll, 'all'));
  }

  /** Whether a family may bring so many entries more. */
  async room({ db }: Store, family: string, count: number): Promise<'yes' | 'rate' | 'too-large'> {
    const stream = db.prepare<[string], { last: number }>('SELECT last FROM streams WHERE stream = ?');
    if ((stream.get(`family/${family}`)?.last ?? 0) + count > this.#mostEntries) return 'too-large';
    return (await take(this.#entries, family, count)) ? 'yes' : 'rate';
  }
}

async function take(limiter: RateLimiterMemory, name: string, count = 1): Promise<boolean> {
  try {
    await limiter.consume(name, count);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
