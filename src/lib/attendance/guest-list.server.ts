import type { Venues } from '$lib/access/facts';
import { listGroups } from '$lib/club/groups.server';
import type { Store } from '$lib/store/open.server';
import { rowOf } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';
import { guests, listedGuests } from './guests';

/** Somebody who came to meetings of a group without being a member. */
export interface GuestOfGroup {
  readonly id: string;
  readonly firstName: string | undefined;
  readonly group: string;
  readonly groupName: string;
  /** plain date of the meeting that they came to last */
  readonly date: string;
}

interface MeetingRow {
  readonly id: string;
  readonly group: string;
  readonly date: string;
}

/**
 * The guests of these venues' open groups who are no members yet, the newest first. They are looked up while they are
 * read: who wants the newest does not wait for those of ten years.
 */
export async function guestsAt(store: Store, at: Venues): Promise<Iterable<GuestOfGroup>> {
  const open = (await listGroups(store, at)).filter(({ closed }) => !closed);
  return guestsOf(store, new Map(open.map(({ id, name }) => [id, name])));
}

/** @param names of the groups, by id */
function* guestsOf({ db }: Store, names: ReadonlyMap<string, string>): Generator<GuestOfGroup> {
  const table = tableName(guests);
  const meetings = db.prepare<[], MeetingRow>(
    `SELECT id, "group", date FROM meetings WHERE EXISTS (SELECT 1 FROM ${table} WHERE stream = 'meeting/' || meetings.id)
     ORDER BY date DESC, id DESC`
  );
  const rows = db.prepare<[string], string>(`SELECT row FROM ${table} WHERE stream = ? ORDER BY key`).pluck();
  const isMember = db.prepare<[string]>('SELECT 1 FROM members WHERE id = ?');
  const told = new Set<string>();
  for (const { id: meeting, group, date } of meetings.iterate()) {
    const groupName = names.get(group);
    if (groupName === undefined) continue;
    const there = rows.all(`meeting/${meeting}`).flatMap((row) => rowOf(guests, JSON.parse(row)) ?? []);
    for (const { person, firstName } of listedGuests(there, []).reverse()) {
      if (told.has(person) || isMember.get(person) !== undefined) continue;
      told.add(person);
      yield { id: person, firstName, group, groupName, date };
    }
  }
}
