import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { timeEntered, type Entered } from './entry';

interface Time {
  readonly id: EventId;
  readonly at: string;
  readonly quarters: number | null;
}

/** All weeks of a family. */
export interface TimesRow {
  /** by `<week>|<day>|<kind>|<column>` */
  readonly times: Readonly<Record<string, Time>>;
}

/** What names one field of one week. */
export const fieldOf = ({ week, day, kind, column }: Omit<Entered, 'quarters'>): string =>
  `${week}|${day}|${kind}|${column}`;

/** Each field by itself, the last writer wins. Key: the family's id. */
export const familyTimes = projection<TimesRow>('family-times', 1, [
  on(timeEntered, {
    keyOf: ({ stream }: Pick<SyncEvent, 'stream'>): string => subjectOf(stream),
    fold(row = { times: {} }, { id, at, data }) {
      const field = fieldOf(data);
      return { ...row, times: { ...row.times, [field]: later(row.times[field], { id, at, quarters: data.quarters }) } };
    }
  })
]);
