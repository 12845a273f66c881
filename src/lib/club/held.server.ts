import { asc, inArray } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { groupInId } from '$lib/access/may';
import { staff, tablets } from '$lib/access/schema.server';
import { stampMs } from '$lib/base/clock';
import type { Store } from '$lib/store/open.server';
import { parseStream, subjectOf, type SyncEvent } from '$lib/sync/event';
import type { HeldEvent } from '$lib/sync/held.server';
import type { EventLog } from '$lib/sync/log.server';
import type { HeldReason } from '$lib/sync/rights';
import { atVenues, ofVenues } from './at-venues.server';
import { groups, members } from './schema.server';

/** What has to be there before an event can be accepted: it is asked for under its old id. */
export interface Missing {
  readonly kind: 'group' | 'person';
  readonly id: string;
}

/** One entry as the office reads it: no answers, no notes, no reasons. */
export interface HeldLine {
  readonly id: string;
  readonly type: string;
  /** UTC milliseconds when it was made */
  readonly at: number;
  /** who made it, and whom it is about; nothing: the database does not know the name */
  readonly by: string | undefined;
  readonly about: string | undefined;
}

/** Entries that one decision can be taken about: of one device, or of one group or person. */
export interface HeldGroup {
  readonly id: string;
  readonly reason: HeldReason;
  /** the name of the tablet or person that sent them */
  readonly sender: string | undefined;
  readonly missing: Missing | undefined;
  readonly lines: readonly HeldLine[];
}

/** Entries looked at in one go: several tablets full. What waits beyond them comes up when these are decided. */
const mostShown = 20_000;

/**
 * Everything that waits for the office of these venues, in order of arrival. Where the group or person is missing, nobody
 * knows the venue: that is for the office of all.
 */
export async function listHeld(store: Store, { quarantine }: EventLog, at: Venues): Promise<HeldGroup[]> {
  const held = quarantine.waiting(mostShown).filter(isOf(store, at));
  if (held.length === 0) return [];
  const names = namesFor(store, held);
  return [...Map.groupBy(held, (each) => groupOf(each, names))].map(([id, own]) => {
    const [first] = own;
    return {
      id,
      reason: first?.reason ?? 'lost-device',
      sender: names.of(first?.sender ?? ''),
      missing: first && missingFor(first, names),
      lines: own.map(({ event }) => lineOf(event, names))
    };
  });
}

/** How much waits for the office of these venues. */
export function countHeld(store: Store, { quarantine }: EventLog, at: Venues): number {
  const all = quarantine.size();
  return at === 'all' || all === 0 ? all : quarantine.waiting(mostShown).filter(isOf(store, at)).length;
}

/** Whether an entry is about a group or person of the venues. */
function isOf(store: Store, at: Venues): (held: HeldEvent) => boolean {
  if (at === 'all') return () => true;
  const { orm } = store;
  const own = new Set([
    ...orm
      .select({ id: groups.id })
      .from(groups)
      .where(atVenues(groups.venue, at))
      .all()
      .map(({ id }) => `group/${id}`),
    ...peopleOf(store, at).map((id) => `person/${id}`)
  ]);
  return ({ event }) => own.has(subjectIn(event));
}

function peopleOf(store: Store, at: Venues): string[] {
  const rows = store.orm
    .select({ id: members.id })
    .from(members)
    .where(ofVenues(store, members.id, at))
    .all();
  return rows.map(({ id }) => id);
}

interface Names {
  of(name: string): string | undefined;
  /** whether a group or person is there, with or without a name */
  has(name: string): boolean;
}

function namesFor({ orm }: Store, held: readonly HeldEvent[]): Names {
  const named = new Set(held.flatMap(({ sender, event }) => [sender, event.by, aboutIn(event), subjectIn(event)]));
  const ids = [...named].map(subjectOf);
  const rows = [
    ...orm
      .select()
      .from(members)
      .where(inArray(members.id, ids))
      .orderBy(asc(members.id))
      .all()
      .map(({ id, firstName }) => [`person/${id}`, firstName] as const),
    ...orm
      .select()
      .from(groups)
      .where(inArray(groups.id, ids))
      .orderBy(asc(groups.id))
      .all()
      .map(({ id, name }) => [`group/${id}`, name] as const),
    ...orm
      .select()
      .from(staff)
      .where(inArray(staff.id, ids))
      .orderBy(asc(staff.id))
      .all()
      .map(({ id, name }) => [`staff/${id}`, name] as const),
    ...orm
      .select()
      .from(tablets)
      .where(inArray(tablets.id, ids))
      .orderBy(asc(tablets.id))
      .all()
      .map(({ id, name }) => [`tablet/${id}`, name] as const)
  ];
  const known = new Map<string, string>(rows);
  return { of: (name) => known.get(name), has: (name) => known.has(name) };
}

/** The group or person whose streams an event stands in. */
function subjectIn({ stream }: SyncEvent): string {
  const name = parseStream(stream);
  return name?.kind === 'meeting' ? `group/${groupInId(name.id)}` : `person/${name?.id ?? ''}`;
}

/** Whom an entry of a meeting is about, if it is about a person. */
function aboutIn({ stream, data }: SyncEvent): string {
  const person = typeof data === 'object' && data !== null && 'person' in data ? data.person : undefined;
  return typeof person === 'string' ? `person/${person}` : `person/${subjectOf(stream)}`;
}

function missingFor({ event }: HeldEvent, names: Names): Missing | undefined {
  const subject = subjectIn(event);
  if (names.has(subject)) return undefined;
  return { kind: subject.startsWith('group/') ? 'group' : 'person', id: subjectOf(subject) };
}

function groupOf(held: HeldEvent, names: Names): string {
  const missing = missingFor(held, names);
  return `${held.reason} ${missing === undefined ? held.sender : `${missing.kind}/${missing.id}`}`;
}

function lineOf(event: SyncEvent, names: Names): HeldLine {
  const { id, type, at, by } = event;
  return { id, type, at: stampMs(at), by: names.of(by), about: names.of(aboutIn(event)) };
}

/** People of these venues whose deletion a device remembers and the restored database does not. */
export async function listReported(store: Store, { quarantine }: EventLog, at: Venues) {
  const ids = [...new Set([...quarantine.withheld()].map(subjectOf))];
  const known = store.orm.select().from(members).where(inArray(members.id, ids)).orderBy(asc(members.id)).all();
  const names = new Map(known.map((member) => [member.id, member]));
  const own = at === 'all' ? new Set(ids) : new Set(peopleOf(store, at));
  return ids.filter((id) => own.has(id)).map((id) => ({ id, member: names.get(id) }));
}
