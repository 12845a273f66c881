import { asc, eq } from 'drizzle-orm';
import { idMs } from '$lib/base/id';
import type { Venues } from '$lib/access/facts';
import { heldMinutes } from '$lib/attendance/rules';
import { keptOfIn } from '$lib/club/aliases.server';
import { namesOf } from '$lib/club/members.server';
import { findGroup } from '$lib/club/groups.server';
import { memberships } from '$lib/club/schema.server';
import { daysFrom, startOf } from '$lib/club/zone';
import type { Store } from '$lib/store/open.server';
import { heldMeetings, type ReportedMeeting } from './held-meetings.server';
import type { Figures, GroupReport, Line, SheetPerson, YearReport } from './report';
import { finishedLessonsIn } from './finished-lessons.server';
import { guestsAt } from './guests-at.server';
import { togetherOf } from './together.server';
import { participations, personFigures, unitsOf, visitors, type AskedProfile, type PersonFigures } from './figures';

interface Looking {
  readonly at: Venues;
  /** plain dates, both included */
  readonly from: string;
  readonly to: string;
  readonly profile: AskedProfile;
}

/** What has to be looked up beside the meetings themselves. */
interface Beside {
  wasNew(person: string): boolean;
  finished(person: string): ReadonlySet<string>;
}

/** What is a sum over meetings, courses and venues; and who was there, because each counts once in every sum. */
interface Part {
  readonly sums: Omit<Figures, 'persons' | 'newPersons' | 'lessons'>;
  readonly here: ReadonlySet<string>;
}

/** What a time came to, of one course: fractions of units are dropped on each course, never on their sum. */
function courseOf(meetings: readonly ReportedMeeting[], profile: AskedProfile): Part {
  const held = meetings.filter(({ isCancelled }) => !isCancelled);
  return {
    sums: {
      meetings: held.length,
      cancelled: meetings.length - held.length,
      open: held.filter(({ isClosed }) => !isClosed).length,
      units: unitsOf(held, profile),
      participations: participations(held),
      guests: guestsAt(held),
      heads: held.reduce((sum, { heads }) => sum + heads, 0)
    },
    here: visitors(held)
  };
}

/** Several courses, or venues, as one. */
function asOne(parts: readonly Part[]): Part {
  const sum = (of: keyof Part['sums']) => parts.reduce((all, { sums }) => all + sums[of], 0);
  return {
    sums: {
      meetings: sum('meetings'),
      cancelled: sum('cancelled'),
      open: sum('open'),
      units: sum('units'),
      participations: sum('participations'),
      guests: sum('guests'),
      heads: sum('heads')
    },
    here: new Set(parts.flatMap(({ here }) => [...here]))
  };
}

function figuresOf({ sums, here }: Part, { wasNew, finished }: Beside): Figures {
  const people = [...here];
  return {
    ...sums,
    persons: people.length,
    newPersons: people.filter(wasNew).length,
    lessons: people.reduce((sum, person) => sum + finished(person).size, 0)
  };
}

function besideOf(store: Store, { from, to }: Pick<Looking, 'from' | 'to'>): Beside {
  const [begin, end] = [startOf(from), startOf(daysFrom(to, 1))];
  const wasNew = (person: string): boolean => {
    const at = idMs(person);
    return at !== undefined && at >= begin && at < end;
  };
  return { wasNew, finished: finishedLessonsIn(store, { from, to }) };
}

/** A time of the venues: each, its groups, and all together. Persons who came to several count once in the sum. */
export function yearReport(store: Store, { at, from, to, profile }: Looking): YearReport {
  const meetings = heldMeetings(store, { at, from, to });
  const beside = besideOf(store, { from, to });
  const venues = [...Map.groupBy(meetings, ({ venue }) => venue)].map(([id, some]) => {
    const groups = [...Map.groupBy(some, ({ group }) => group)].map(([group, ofGroup]) => ({
      id: group,
      name: ofGroup[0]?.groupName ?? '',
      part: courseOf(ofGroup, profile)
    }));
    return { id, name: some[0]?.venueName ?? '', groups, part: asOne(groups.map(({ part }) => part)) };
  });
  const line = ({ id, name, part }: { id: string; name: string; part: Part }): Line => ({
    id,
    name,
    ...figuresOf(part, beside)
  });
  const all = asOne(venues.map(({ part }) => part));
  return {
    venues: venues.map((venue) => ({ ...line(venue), groups: venue.groups.map(line).sort(byName) })).sort(byName),
    all: figuresOf(all, beside),
    together: togetherOf(
      meetings,
      [...all.here].flatMap((person) => [...beside.finished(person)])
    )
  };
}

/** Sorts behind every name. */
const nobody = '\uffff';

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'de');

/** The years since the first meeting, the latest first; this year always. */
export function yearsIn({ db }: Store, thisYear: number): number[] {
  const { first } = db.prepare<[], { first: string | null }>('SELECT min(date) AS first FROM meetings').get() ?? {};
  const from = Math.min(Number(first?.slice(0, 4) ?? thisYear), thisYear);
  return Array.from({ length: thisYear - from + 1 }, (_, back) => thisYear - back);
}

/** Who was a member of a group on the day of one of its meetings, as they are read today. */
function membersDuring(
  store: Store,
  { group, held }: { readonly group: string; readonly held: readonly ReportedMeeting[] }
): string[] {
  const days = held.map(({ date }) => ({ begin: startOf(date), end: startOf(daysFrom(date, 1)) }));
  const stays = store.orm
    .select({ member: memberships.member, from: memberships.from, until: memberships.until })
    .from(memberships)
    .where(eq(memberships.group, group))
    .orderBy(asc(memberships.member), asc(memberships.from))
    .all()
    .filter(({ from, until }) => days.some(({ begin, end }) => from < end && (until === null || until > begin)));
  const keptOf = keptOfIn(store);
  return [...new Set(stays.map(({ member }) => keptOf(member)))];
}

/** A list of names has everybody on it who belongs to the group, also whom nobody has said anything about. */
function withUnmarked(marked: readonly PersonFigures[], people: readonly string[]): PersonFigures[] {
  const isMarked = new Set(marked.map(({ person }) => person));
  const others = people.filter((person) => !isMarked.has(person));
  return [...marked, ...others.map((person) => ({ person, meetings: 0, minutes: 0, share: 0 }))];
}

/** One group's sheet of a year: who was there when, and the hours of each. Nothing, where the group is not theirs. */
export async function groupReport(
  store: Store,
  { group, ...looking }: Looking & { readonly group: string }
): Promise<GroupReport | undefined> {
  const found = await findGroup(store, group, looking.at);
  if (found === undefined) return undefined;
  const meetings = heldMeetings(store, { ...looking, group });
  const held = meetings.filter(({ isCancelled }) => !isCancelled);
  const marked = withUnmarked(personFigures(held, looking.profile), membersDuring(store, { group, held }));
  const names = namesOf(
    store,
    marked.map(({ person }) => person)
  );
  const guests = new Map(held.flatMap(({ guests: some }) => [...some]));
  const people = marked
    .map((figures) => named(figures, names.get(figures.person), guests))
    .sort((a, b) => (a.firstName ?? nobody).localeCompare(b.firstName ?? nobody, 'de'));
  return {
    id: found.id,
    name: found.name,
    figures: figuresOf(courseOf(meetings, looking.profile), besideOf(store, looking)),
    meetings: meetings.map(({ id, date, isCancelled, isClosed, rules, people: there, corrected }) => ({
      id,
      date,
      isCancelled,
      isClosed,
      minutes: heldMinutes(rules),
      marks: Object.fromEntries(there.map(({ person, status }) => [person, status])),
      corrected
    })),
    people
  };
}

function named(
  figures: PersonFigures,
  member: { readonly firstName: string; readonly initial: string } | undefined,
  guests: ReadonlyMap<string, string | undefined>
): SheetPerson {
  return {
    ...figures,
    firstName: member?.firstName ?? guests.get(figures.person),
    initial: member?.initial ?? '',
    isGuest: member === undefined && guests.has(figures.person)
  };
}
