import { and, asc, inArray } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { listGroups } from '$lib/club/groups.server';
import { meetings, members } from '$lib/club/schema.server';
import type { Store } from '$lib/store/open.server';
import { rowOf } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';
import { guests, listedGuests, type Guest } from './guests';

/** Somebody who came to meetings of a group without being a member. */
export interface GuestOfGroup {
  readonly id: string;
  readonly firstName: string | undefined;
  readonly group: string;
  readonly groupName: string;
  /** plain date of the meeting that they came to last */
  readonly date: string;
}

/** The guests of these venues' open groups who are no members yet, the newest first. */
export async function listGuests(store: Store, at: Venues): Promise<GuestOfGroup[]> {
  const rows = guestRows(store);
  const names = new Map(
    (await listGroups(store, at)).flatMap(({ id, name, closed }) => (closed ? [] : [[id, name] as const]))
  );
  const planned = store.orm
    .select({ id: meetings.id, group: meetings.group, date: meetings.date })
    .from(meetings)
    .where(and(inArray(meetings.id, [...rows.keys()]), inArray(meetings.group, [...names.keys()])))
    .orderBy(asc(meetings.date), asc(meetings.id))
    .all();
  const known = membersAmong(
    store,
    [...rows.values()].flat().map(({ person }) => person)
  );
  const found = new Map<string, GuestOfGroup>();
  for (const { id: meeting, group, date } of planned)
    for (const { person, firstName } of listedGuests(rows.get(meeting) ?? [], known))
      found.set(person, { id: person, firstName, group, groupName: names.get(group) ?? '', date });
  return [...found.values()].reverse();
}

/** By meeting: what its stream says of guests. */
function guestRows({ db }: Store): ReadonlyMap<string, Guest[]> {
  const rows = db
    .prepare<[], { row: string }>(`SELECT row FROM ${tableName(guests)} ORDER BY stream, key`)
    .all()
    .flatMap(({ row }) => rowOf(guests, JSON.parse(row)) ?? []);
  return Map.groupBy(rows, ({ meeting }) => meeting);
}

function membersAmong({ orm }: Store, ids: readonly string[]): string[] {
  return orm
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, [...new Set(ids)]))
    .orderBy(asc(members.id))
    .all()
    .map(({ id }) => id);
}
