import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { struckOut } from '$lib/sync/struck-out';
import { attendanceKey } from './attendance';
import { guestAdded, guestProposed, guestRemoved } from './events';

interface Adding {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  readonly firstName?: string;
}

/** Somebody gave their name at the door. */
interface Asking extends Adding {
  readonly isNew: boolean;
}

/** Somebody struck a guest out again. */
interface Striking {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  /** the adding, or the asking, that is taken back */
  readonly adding: EventId;
}

/** Somebody who came without being a member. Their id becomes the member's, should they become one. */
export interface Guest {
  readonly meeting: string;
  readonly person: string;
  /** each time that they were written down, in order of time: the last name counts */
  readonly added: readonly Adding[];
  /** each time that they were struck out, in order of time */
  readonly removed: readonly Striking[];
  /** what they said of themselves at the door */
  readonly asked: readonly Asking[];
}

/** Added wins over removed: a removal takes back only the adding that it saw. Key: `<meeting>|<person>`. */
export const guests = projection<Guest>('guest', 3, [
  on(guestAdded, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold(row, { id, at, by, stream, data: { person, firstName } }) {
      const kept = row ?? noGuest(stream, person);
      const entry = { id, at, by, ...(firstName === undefined ? {} : { firstName }) };
      return { ...kept, added: withEntry(kept.added, entry) };
    }
  }),
  on(guestRemoved, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold(row, { id, at, by, seen, stream, data: { person } }) {
      const kept = row ?? noGuest(stream, person);
      return seen === undefined ? kept : { ...kept, removed: withEntry(kept.removed, { id, at, by, adding: seen }) };
    }
  }),
  on(guestProposed, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold(row, { id, at, by, stream, data: { person, firstName, isNew } }) {
      const kept = row ?? noGuest(stream, person);
      return {
        ...kept,
        asked: withEntry(kept.asked, { id, at, by, isNew, ...(firstName === undefined ? {} : { firstName }) })
      };
    }
  })
]);

const noGuest = (stream: string, person: string): Guest => ({
  meeting: subjectOf(stream),
  person,
  added: [],
  removed: [],
  asked: []
});

/** The addings that nobody has taken back. */
const standing = ({ added, removed }: Guest): readonly Adding[] =>
  added.filter(({ id }) => !removed.some(({ adding }) => adding === id));

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

/** A guest who was struck out, and can be written down again. */
export interface StruckGuest {
  readonly person: string;
  readonly firstName: string | undefined;
  /** the last striking: when, and by whom */
  readonly at: string;
  readonly by: string;
}

/** The guests of a meeting who were struck out, in the order in which they were, without those who are `members` by now. */
export function struckGuests(rows: readonly Guest[], members: readonly string[]): StruckGuest[] {
  return rows
    .filter((row) => standing(row).length === 0 && !members.includes(row.person))
    .flatMap(({ person, added, removed, asked }) => {
      const [last, struck] = [added.at(-1) ?? asked.at(-1), removed.at(-1)];
      const firstName = last?.firstName === struckOut ? undefined : last?.firstName;
      return last && struck ? [{ person, firstName, at: struck.at, by: struck.by }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Somebody who waits at the door for a trainer's word. */
export interface AskingGuest {
  readonly person: string;
  readonly firstName: string;
  readonly isNew: boolean;
  /** what a trainer's "no" takes back */
  readonly asking: EventId;
}

/** Who gave their name at the door and has no answer yet, in the order in which they came. */
export function askingGuests(rows: readonly Guest[]): AskingGuest[] {
  return rows
    .filter(({ added }) => added.length === 0)
    .flatMap(({ person, asked, removed }) => {
      const last = asked.findLast(({ id }) => !removed.some(({ adding }) => adding === id));
      return last?.firstName && last.firstName !== struckOut
        ? [{ person, firstName: last.firstName, isNew: last.isNew, asking: last.id, at: last.at }]
        : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at: _, ...guest }) => guest);
}
