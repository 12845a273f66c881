import * as v from 'valibot';
import { stampMs } from '$lib/base/clock';
import { subjectOf, type Draft, type EventType } from '$lib/sync/event';
import { on, projection } from '$lib/sync/projection';
import { idsOf, type Snapshot } from '$lib/sync/snapshot';

const personData = v.object({
  person: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/))
});

/**
 * A trainer lets somebody in whose four pictures will not come to mind. It names the person and no tablet: on which one
 * they sit is nobody's business later (docs/decisions/0049).
 */
export const lockLifted: EventType<v.InferOutput<typeof personData>> = {
  type: 'lock.lifted',
  streams: ['meeting'],
  schema: personData,
  about: { person: ({ person }) => person, anonymous: (data) => data }
};

/** Somebody's picture code was lifted at a meeting: for a while their picture opens without it. */
export interface LiftedLock {
  readonly meeting: string;
  readonly person: string;
  /** the latest time */
  readonly at: string;
}

/** The latest counts. Key: `<meeting>|<person>`. */
export const liftedLock = projection<LiftedLock>('lifted-lock', 1, [
  on(lockLifted, {
    keyOf: ({ stream, data }) => `${subjectOf(stream)}|${data.person}`,
    fold: (row, { at, stream, data: { person } }) => ({
      meeting: subjectOf(stream),
      person,
      at: row !== undefined && row.at > at ? row.at : at
    })
  })
]);

/** So long a lifted code stays lifted, in minutes: the way back to the tablet, and no more. */
export const liftedMinutes = 10;

interface Asked {
  readonly person: string;
  readonly snapshot: Pick<Snapshot, 'members'> | undefined;
  /** UTC milliseconds */
  readonly now: number;
}

/** Whether somebody's picture opens without a code now. */
export function isLifted(rows: readonly LiftedLock[], { person, snapshot, now }: Asked): boolean {
  const ids = idsOf(snapshot, person);
  return rows.some((row) => ids.includes(row.person) && Math.abs(now - stampMs(row.at)) < liftedMinutes * 60_000);
}

/** The part of the engine that it takes. */
interface Device {
  record(draft: Draft): Promise<unknown>;
  exchange(): Promise<unknown>;
}

/** Lifts somebody's code, and has the tablets of the room told at once. It opens no list: nobody was there by it. */
export async function liftLock(
  engine: Device,
  { meeting, person, by }: { readonly meeting: string; readonly person: string; readonly by: string }
): Promise<void> {
  const { type } = lockLifted;
  await engine.record({ stream: `meeting/${meeting}`, type, by, seen: undefined, data: { person } });
  void engine.exchange();
}
