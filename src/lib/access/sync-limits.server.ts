import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { err, ok, type Result } from '$lib/base/result';
import type { Limit } from '$lib/sync/answer.server';
import type { Actor } from './facts';
import type { TooOften } from './throttle.server';

/** What may come within `seconds`. */
export interface SyncBudget {
  readonly seconds: number;
  /** requests of one tablet, or of one signed-in person */
  readonly requests: number;
  /** events of one sender, taken or not */
  readonly events: number;
  /** requests of nobody in particular, from one address … */
  readonly unknownByAddress: number;
  /** … and from everywhere */
  readonly unknownInAll: number;
}

/**
 * In a quarter of an hour. The browser gathers taps for 300 ms, so the liveliest tablet makes half of these requests;
 * a month without a network is 20,000 events, a fifth of those. Who has only a waiting list of a signed-out trainer
 * asks every 30 seconds: an address may hold sixty of them. A club's tablets are known, so its address is never counted.
 */
const generous: SyncBudget = {
  seconds: 15 * 60,
  requests: 6000,
  events: 100_000,
  unknownByAddress: 1800,
  unknownInAll: 18_000
};

export interface Sender {
  readonly actor: Actor;
  readonly address: string;
}

/**
 * How much one sender may hand in (SYNC.md, promise 9 of the server). Counts live in memory, for as long as the
 * budget runs: one for each known sender, and no more for unknown ones than they may make requests together.
 */
export class SyncLimits {
  readonly #requests: RateLimiterMemory;
  readonly #events: RateLimiterMemory;
  readonly #byAddress: RateLimiterMemory;
  readonly #inAll: RateLimiterMemory;

  constructor({ seconds: duration, requests, events, unknownByAddress, unknownInAll }: SyncBudget = generous) {
    this.#requests = new RateLimiterMemory({ points: requests, duration });
    this.#events = new RateLimiterMemory({ points: events, duration });
    this.#byAddress = new RateLimiterMemory({ points: unknownByAddress, duration });
    this.#inAll = new RateLimiterMemory({ points: unknownInAll, duration });
  }

  /** The limit of one sender, for one request. */
  of(sender: Sender): Limit {
    const name = nameOf(sender);
    const isKnown = sender.actor.kind !== 'visitor';
    return {
      request: () => (isKnown ? take(this.#requests, name) : this.#unknown(name)),
      events: (count) => take(this.#events, name, count)
    };
  }

  /** An address is counted only while there is room for all: made-up ones cost no memory without end. */
  async #unknown(name: string): Promise<Result<void, TooOften>> {
    const all = await this.#inAll.get('all');
    if (all && all.consumedPoints >= this.#inAll.points) return err({ waitMs: all.msBeforeNext });
    const one = await take(this.#byAddress, name);
    return one.ok ? take(this.#inAll, 'all') : one;
  }
}

async function take(limiter: RateLimiterMemory, name: string, count = 1): Promise<Result<void, TooOften>> {
  try {
    await limiter.consume(name, count);
    return ok(undefined);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return err({ waitMs: refusal.msBeforeNext });
    throw refusal;
  }
}

function nameOf({ actor, address }: Sender): string {
  if (actor.kind === 'visitor') return networkOf(address);
  if (actor.kind === 'learner') return actor.device.id;
  return actor.kind === 'device' ? actor.tablet.id : (actor.tablet?.id ?? actor.staff);
}

/**
 * What one household or attacker has of an address: of IPv6 the first 64 bits (RFC 4291, 2.5.4), since anybody can
 * make up the rest.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [front, back] = [groups(head), groups(tail)];
  const filling: string[] = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...filling, ...back]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
