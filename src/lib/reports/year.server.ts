import type { Venues } from '$lib/access/facts';
import { heldMinutes } from '$lib/attendance/rules';
import { listMembers } from '$lib/club/members.server';
import { findGroup } from '$lib/club/groups.server';
import type { Store } from '$lib/store/open.server';
import { heldMeetings, type ReportedMeeting } from './held-meetings.server';
import type { Figures, GroupReport, Line, YearReport } from './report';
import { participations, personFigures, unitsOf, visitors, type AskedProfile } from './figures';

interface Looking {
  readonly at: Venues;
  /** plain dates, both included */
  readonly from: string;
  readonly to: string;
  readonly profile: AskedProfile;
}

/** What a year came to, of some meetings. */
function figuresOf(meetings: readonly ReportedMeeting[], { profile }: Pick<Looking, 'profile'>): Figures {
  const held = meetings.filter(({ isCancelled }) => !isCancelled);
  const byGroup = Map.groupBy(held, ({ group }) => group);
  return {
    meetings: held.length,
    cancelled: meetings.length - held.length,
    open: held.filter(({ isClosed }) => !isClosed).length,
    // Fractions are dropped on each course, never on their sum.
    units: [...byGroup.values()].reduce((sum, course) => sum + unitsOf(course, profile), 0),
    participations: participations(held),
    persons: visitors(held).size
  };
}

/** A year of the venues: each, its groups, and all together. Persons who came to several count once in the sum. */
export function yearReport(store: Store, { at, from, to, profile }: Looking): YearReport {
  const meetings = heldMeetings(store, { at, from, to });
  const named = (id: string, name: string, some: readonly ReportedMeeting[]): Line => ({
    id,
    name,
    ...figuresOf(some, { profile })
  });
  const venues = [...Map.groupBy(meetings, ({ venue }) => venue)].map(([id, some]) => ({
    ...named(id, some[0]?.venueName ?? '', some),
    groups: [...Map.groupBy(some, ({ group }) => group)]
      .map(([group, ofGroup]) => named(group, ofGroup[0]?.groupName ?? '', ofGroup))
      .sort(byName)
  }));
  return { venues: venues.sort(byName), all: figuresOf(meetings, { profile }) };
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'de');

/** The years since the first meeting, the latest first; this year always. */
export function yearsIn({ db }: Store, thisYear: number): number[] {
  const { first } = db.prepare<[], { first: string | null }>('SELECT min(date) AS first FROM meetings').get() ?? {};
  const from = Math.min(Number(first?.slice(0, 4) ?? thisYear), thisYear);
  return Array.from({ length: thisYear - from + 1 }, (_, back) => thisYear - back);
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
  const names = new Map((await listMembers(store, looking.at)).map((member) => [member.id, member]));
  const people = personFigures(held, looking.profile)
    .map((figures) => ({ ...figures, member: names.get(figures.person) }))
    .sort((a, b) => (a.member?.firstName ?? '~').localeCompare(b.member?.firstName ?? '~', 'de'));
  return {
    id: found.id,
    name: found.name,
    figures: figuresOf(meetings, looking),
    meetings: meetings.map(({ id, date, isCancelled, isClosed, rules, people: there }) => ({
      id,
      date,
      isCancelled,
      isClosed,
      minutes: heldMinutes(rules),
      marks: Object.fromEntries(there.map(({ person, status }) => [person, status]))
    })),
    people: people.map(({ member, ...figures }) => ({
      ...figures,
      firstName: member?.firstName,
      initial: member?.initial ?? ''
    }))
  };
}
