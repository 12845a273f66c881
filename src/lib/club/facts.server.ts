import { and, asc, eq, gte, inArray, isNull, lte, type SQL } from 'drizzle-orm';
import type { Actor, Facts, FactsPort, FactsQuestion, Interval, Roster } from '$lib/access/facts';
import { provenGrants } from '$lib/access/grant.server';
import { isOpen } from '$lib/access/may';
import { rolesOf } from '$lib/access/roles.server';
import type { Store } from '$lib/store/open.server';
import { aliasesByKept, everyIdOf } from './aliases.server';
import { reachOf, type Reach } from './reach.server';
import { assignments, groups, meetings, memberships } from './schema.server';
import { dayOf, daysFrom } from './zone';

/** What rights are judged from, out of the club's tables and the accounts (the port of access/facts.ts). */
export function clubFacts(store: Store): FactsPort {
  return {
    facts: (question) => factsFor(store, question),
    roster: (actor, now) => rosterFor(store, { actor, now })
  };
}

async function factsFor(store: Store, asked: FactsQuestion): Promise<Facts> {
  return {
    memberships: membershipsOf(store, asked.people),
    meetings: groupsOfMeetings(store, asked.meetings),
    groups: venuesOfGroups(store, asked.groups),
    assignments: assignmentsOf(store, asked.staff),
    roles: rolesOf(store, asked.staff),
    grants: await provenGrants(store, asked.grants)
  };
}

function membershipsOf(store: Store, people: readonly string[]): Facts['memberships'] {
  const rows = store.orm
    .select({
      person: memberships.member,
      group: groups.id,
      venue: groups.venue,
      from: memberships.from,
      until: memberships.until
    })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.group))
    .where(inArray(memberships.member, [...people]))
    .orderBy(asc(memberships.member), asc(memberships.from), asc(memberships.group))
    .all();
  return gathered(rows, ({ person, group, venue, ...time }) => [person, { group, venue, ...interval(time) }]);
}

function groupsOfMeetings(store: Store, ids: readonly string[]): Facts['meetings'] {
  const rows = store.orm
    .select({ id: meetings.id, group: groups.id, venue: groups.venue })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.group))
    .where(inArray(meetings.id, [...ids]))
    .orderBy(asc(meetings.id))
    .all();
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

function venuesOfGroups(store: Store, ids: readonly string[]): Facts['groups'] {
  const rows = store.orm
    .select({ id: groups.id, venue: groups.venue })
    .from(groups)
    .where(inArray(groups.id, [...ids]))
    .orderBy(asc(groups.id))
    .all();
  return new Map(rows.map(({ id, venue }) => [id, { venue }]));
}

function assignmentsOf(store: Store, ids: readonly string[]): Facts['assignments'] {
  const rows = store.orm
    .select()
    .from(assignments)
    .where(inArray(assignments.staff, [...ids]))
    .orderBy(asc(assignments.staff), asc(assignments.from), asc(assignments.group))
    .all();
  return gathered(rows, ({ staff, group, ...time }) => [staff, { group, ...interval(time) }]);
}

function interval({ from, until }: { from: number; until: number | null }): Interval {
  return until === null ? { from } : { from, until };
}

function gathered<Row, Value>(rows: readonly Row[], entry: (row: Row) => [string, Value]): Map<string, Value[]> {
  const map = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = entry(row);
    map.set(key, [...(map.get(key) ?? []), value]);
  }
  return map;
}

/** Tablets keep places of those who meet soon or met lately; staff look back a year. */
const tabletDays = 14;
const staffDays = 366;

async function rosterFor(store: Store, { actor, now }: { actor: Actor; now: number }): Promise<Roster> {
  if (actor.kind === 'learner') return { people: isOpen(actor) ? everyIdOf(store, actor.person) : [], meetings: [] };
  const reach = reachOf(store, { actor, now });
  const today = dayOf(now);
  const near = nearMeetings(store, { reach, today });
  const merged = aliasesByKept(store);
  // What was learned under the other entry of a merged person is read with theirs.
  const people = membersOf(store, [...reach.trained, ...near.map(({ group }) => group)]).flatMap((person) => [
    person,
    ...(merged.get(person) ?? [])
  ]);
  const long = meetingsOf(
    store,
    and(inArray(meetings.group, [...reach.trained]), gte(meetings.date, daysFrom(today, -staffDays)))
  );
  return { people: [...new Set(people)].sort(), meetings: [...new Set([...near, ...long].map(({ id }) => id))].sort() };
}

function nearMeetings(store: Store, { reach, today }: { reach: Reach; today: string }) {
  return meetingsOf(
    store,
    and(
      inArray(meetings.group, [...reach.atTablet]),
      gte(meetings.date, daysFrom(today, -tabletDays)),
      lte(meetings.date, daysFrom(today, tabletDays))
    )
  );
}

function meetingsOf(store: Store, which: SQL | undefined) {
  return store.orm
    .select({ id: meetings.id, group: meetings.group })
    .from(meetings)
    .where(which)
    .orderBy(asc(meetings.id))
    .all();
}

function membersOf(store: Store, ids: readonly string[]): string[] {
  return store.orm
    .selectDistinct({ member: memberships.member })
    .from(memberships)
    .where(and(inArray(memberships.group, [...new Set(ids)]), isNull(memberships.until)))
    .orderBy(asc(memberships.member))
    .all()
    .map(({ member }) => member);
}
