import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { attendanceKey } from './attendance';
import { guestAdded, guestRemoved } from './events';

interface Adding {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  readonly firstName?: string;
}

/** Somebody who came without being a member. Their id becomes the member's, should they become one. */
export interface Guest {
  readonly meeting: string;
  readonly person: string;
  /** each time that they were written down, in order of time: the last name counts */
  readonly added: readonly Adding[];
  /** what was taken back again, by its id */
  readonly removed: readonly string[];
}

/** Added wins over removed: a removal takes back only the adding that it saw. Key: `<meeting>|<person>`. */
export const guests = projection<Guest>('guest', 1, [
  on(guestAdded, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold: (row, { id, at, by, stream, data: { person, firstName } }) => ({
      meeting: subjectOf(stream),
      person,
      added: withEntry(row?.added ?? [], { id, at, by, ...(firstName === undefined ? {} : { firstName }) }),
      removed: row?.removed ?? []
    })
  }),
  on(guestRemoved, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold: (row, { seen, stream, data: { person } }) => ({
      meeting: subjectOf(stream),
      person,
      added: row?.added ?? [],
      removed: [...new Set([...(row?.removed ?? []), ...(seen === undefined ? [] : [seen])])].sort()
    })
  })
]);

/** The addings that nobody has taken back. */
const standing = ({ added, removed }: Guest): readonly Adding[] => added.filter(({ id }) => !removed.includes(id));

/** A guest as the list shows them; nameless ones are told apart by their number. */
export interface ListedGuest {
  readonly person: string;
  readonly firstName: string | undefined;
  /** from 1, among those without a name */
  readonly number: number;
  /** the adding that a removal takes back */
  readonly adding: EventId;
}

/** The guests of a meeting in the order in which they came, without those who are `members` by now. */
export function listedGuests(rows: readonly Guest[], members: readonly string[]): ListedGuest[] {
  const here = rows
    .filter(({ person }) => !members.includes(person))
    .flatMap((row) => {
      const last = standing(row).at(-1);
      const first = row.added[0];
      return last && first ? [{ person: row.person, last, first }] : [];
    })
    .sort((a, b) => (a.first.at < b.first.at ? -1 : 1));
  let nameless = 0;
  return here.map(({ person, last: { firstName, id } }) => {
    if (firstName === undefined) nameless += 1;
    return { person, firstName, number: nameless, adding: id };
  });
}
