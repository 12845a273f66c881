import fc from 'fast-check';
import type { RandomDraft } from '../../support/drafts';
import { anyDraft } from '../../support/events';
import { fates, type Fate } from '../../support/sync-device';

export const serverNow = Date.UTC(2026, 10, 24, 9);
const day = 24 * 60 * 60 * 1000;

/** How wrong a device's clock is, in milliseconds: days both ways, the years 1970 and 2100. */
const skews = [0, -3 * day, 2 * day, 60_000, -serverNow, Date.UTC(2100, 0, 1) - serverNow];

/** Who may be on a device. */
export const people = ['anna', 'bert'] as const;
type Person = (typeof people)[number];

/** One thing that happens. `refused`: somebody records who is no member. */
export type Turn = { readonly device: number } & (
  | { readonly what: 'record'; readonly draft: RandomDraft }
  | { readonly what: 'refused' }
  | { readonly what: 'exchange'; readonly fate: Fate }
  | { readonly what: 'overtaken'; readonly fate: Fate }
  | { readonly what: 'clock'; readonly skewMs: number }
  | { readonly what: 'restart' }
  | { readonly what: 'hand on'; readonly to: Person; readonly underWay: boolean }
  | { readonly what: 'wipe' }
);

const device = fc.nat(2);
const fate = fc.constantFrom(...fates);
const skewMs = fc.constantFrom(...skews);
const of = <What extends string>(what: What) => ({ device, what: fc.constant(what) });

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ ...of('record'), draft: anyDraft }) },
  { weight: 8, arbitrary: fc.record({ ...of('exchange'), fate }) },
  { weight: 2, arbitrary: fc.record({ ...of('overtaken'), fate }) },
  { weight: 2, arbitrary: fc.record({ ...of('hand on'), to: fc.constantFrom(...people), underWay: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...of('clock'), skewMs }) },
  { weight: 1, arbitrary: fc.record(of('restart')) },
  { weight: 1, arbitrary: fc.record(of('wipe')) },
  { weight: 1, arbitrary: fc.record(of('refused')) }
);

export interface Schedule {
  /** how wrong each device's clock is at the beginning */
  readonly skewsMs: readonly number[];
  readonly turns: readonly Turn[];
}

export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  skewsMs: fc.array(skewMs, { minLength: 3, maxLength: 3 }),
  turns: fc.array(turn, { minLength: 5, maxLength: 50 })
});
