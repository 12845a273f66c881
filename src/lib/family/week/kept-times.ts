import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { childNamed, timeEntered, type Entered } from './entry';

interface Time {
  readonly id: EventId;
  readonly at: string;
  readonly quarters: number | null;
}

interface Called {
  readonly id: EventId;
  readonly at: string;
  readonly name: string;
}

/** All weeks of a family. */
export interface TimesRow {
  /** by `<week>|<day>|<kind>|<column>`, of further children with `|<child>` */
  readonly times: Readonly<Record<string, Time>>;
  /** further children by id; nobody was named where it is not there */
  readonly children?: Readonly<Record<string, Called>>;
}

/** What names one field of one week of one child. */
export const fieldOf = ({ week, day, kind, column, child }: Omit<Entered, 'quarters'>): string =>
  `${week}|${day}|${kind}|${column}${child === undefined ? '' : `|${child}`}`;

const keyOf = ({ stream }: Pick<SyncEvent, 'stream'>): string => subjectOf(stream);

/** Each field by itself, the last writer wins. Key: the family's id. */
export const familyTimes = projection<TimesRow>('family-times', 1, [
  on(timeEntered, {
    keyOf,
    fold(row = { times: {} }, { id, at, data }) {
      const field = fieldOf(data);
      return { ...row, times: { ...row.times, [field]: later(row.times[field], { id, at, quarters: data.quarters }) } };
    }
  }),
  on(childNamed, {
    keyOf,
    fold(row = { times: {} }, { id, at, data: { child, name } }) {
      const children = { ...row.children, [child]: later(row.children?.[child], { id, at, name }) };
      return { ...row, children };
    }
  })
]);
