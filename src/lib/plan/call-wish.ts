import { subjectOf, type EventId } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { callNoted, type CallState } from './events';

/** Whether somebody is to be called after a meeting: the last word alone, no reason and no history. */
export interface CallWish {
  readonly meeting: string;
  readonly person: string;
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  readonly state: CallState;
}

export const callWishKey = (meeting: string, person: string): string => `${meeting}|${person}`;

/** Last writer wins. Key: `<meeting>|<person>`. */
export const callWish = projection<CallWish>('call-wish', 1, [
  on(callNoted, {
    keyOf: ({ stream, data }) => callWishKey(subjectOf(stream), data.person),
    fold: (row, { id, at, by, stream, data: { person, state } }) =>
      later(row, { meeting: subjectOf(stream), person, id, at, by, state })
  })
]);

/** Of each person the last word, also where it was said of an entry that is read as theirs. */
export function lastCalls(rows: readonly CallWish[], keptOf: (id: string) => string): CallWish[] {
  const read = rows.map((row) => ({ ...row, person: keptOf(row.person) }));
  const last = new Map([...read].sort((a, b) => a.at.localeCompare(b.at)).map((row) => [row.person, row]));
  return [...last.values()];
}
