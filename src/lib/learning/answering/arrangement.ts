import { chanceOf } from '$lib/practice/chance';

/**
 * What somebody has arranged so far. In an order: the number of the thing that stands at each place. In a match: the
 * number of the partner that each thing has been given; undefined where it has none yet. Both count from 0 in the right
 * order, so that all is right where each number is its own place.
 */
export type Arrangement = readonly (number | undefined)[];

/** All is right. @param count how many things there are */
export const solvedOf = (count: number): Arrangement => Array.from({ length: count }, (_, index) => index);

/** Nothing has a partner yet. */
export const looseOf = (count: number): Arrangement => Array.from({ length: count }, () => undefined);

/**
 * Where the things stand at first: the same for the same seed on every machine, and none at its right place (Sattolo
 * 1986, a permutation of one cycle). A single thing stays where it is.
 * @param seed any integer
 */
export function shuffledOf(count: number, seed: number): number[] {
  const chance = chanceOf(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * last);
    order.splice(last, 1, ...order.splice(other, 1, order[last] ?? last));
  }
  return order;
}

/** The thing at a place goes one place up (-1) or down (1). At the end of the row nothing changes. */
export function moved(order: Arrangement, place: number, by: -1 | 1): Arrangement {
  const to = place + by;
  if (to < 0 || to >= order.length || place < 0 || place >= order.length) return order;
  return order.map((thing, at) => (at === place ? order[to] : at === to ? order[place] : thing));
}

/** The thing gets this partner; whoever had it before has none. The same pair again changes nothing. */
export function matched(pairs: Arrangement, thing: number, partner: number): Arrangement {
  if (pairs[thing] === partner) return pairs;
  return pairs.map((other, at) => (at === thing ? partner : other === partner ? undefined : other));
}

/** The thing that is asked for next: the wanted one, else the first without a partner. */
export function askedFor(pairs: Arrangement, wanted: number | undefined): number | undefined {
  if (wanted !== undefined) return wanted;
  const open = pairs.indexOf(undefined);
  return open < 0 ? undefined : open;
}

/**
 * Which choice of its question an arrangement comes to (lesson.ts, `AnswerForm`): the first thing that is not where it
 * belongs, or the number of things where all is right. Undefined while something has no partner.
 */
export function choiceOf(arrangement: Arrangement): number | undefined {
  if (arrangement.includes(undefined)) return undefined;
  const wrong = arrangement.findIndex((thing, place) => thing !== place);
  return wrong < 0 ? arrangement.length : wrong;
}

/** What is arranged now, and all that was before it: each step can be taken back. */
export interface Trail {
  readonly now: Arrangement;
  readonly past: readonly Arrangement[];
}

/** One step on. What changes nothing is no step. */
export const gone = (trail: Trail, next: Arrangement): Trail =>
  next === trail.now ? trail : { now: next, past: [...trail.past, trail.now] };

/** The last step is taken back; before the first there is nothing to take back. */
export function back({ now, past }: Trail): Trail {
  const before = past.at(-1);
  return before === undefined ? { now, past } : { now: before, past: past.slice(0, -1) };
}
