import { createHash } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Actor, LearnerActor } from '$lib/access/facts';
import { staff, staffRoles } from '$lib/access/schema.server';
import { isLockedMode, type TabletMode } from '$lib/access/tablet-mode';
import { isOpen } from '$lib/access/may';
import { pictureLocks } from '$lib/access/picture-codes.server';
import { tabletNamed } from '$lib/access/tablet.server';
import { readOperator } from '$lib/operator/settings.server';
import type { Store } from '$lib/store/open.server';
import type { Snapshot, TaggedSnapshot } from '$lib/sync/snapshot';
import { aliasesByKept, everyIdOf, isHerself } from './aliases.server';
import { memberText } from './members.server';
import { reachOf } from './reach.server';
import { assignments, groups, meetings, members, memberships, venues } from './schema.server';
import { dayOf, daysFrom } from './zone';

/** Meetings a tablet hears of: enough to find last time's and to plan two months. */
const tabletDays = { back: 14, ahead: 60 };
const staffDays = { back: 366, ahead: 366 };

/**
 * What somebody may have of the club offline: an enrolled tablet, its venue; a trainer, the groups they train; the
 * office, all. Visitors and revoked tablets get nothing. The tag changes when the content does, and with it alone.
 */
export async function snapshotFor(
  store: Store,
  { actor, now }: { actor: Actor; now: number }
): Promise<TaggedSnapshot | undefined> {
  if (actor.kind === 'learner') return tagged(await ownSnapshot(store, actor));
  const tablet = actor.kind === 'visitor' || actor.tablet?.revokedAt !== undefined ? undefined : actor.tablet;
  if (actor.kind !== 'staff' && !tablet) return undefined;
  const reach = reachOf(store, { actor, now });
  const ids = [...new Set([...reach.trained, ...reach.atTablet])];
  const [groupRows, today] = [groupsIn(store, ids), dayOf(now)];
  const days = actor.kind === 'staff' ? staffDays : tabletDays;
  const snapshot: Snapshot = {
    venues: venuesIn(store, [...groupRows.map(({ venue }) => venue), ...(tablet ? [tablet.venue] : [])]),
    groups: groupRows,
    members: withLocks(store, membersIn(store, ids), { isTablet: tablet !== undefined }),
    meetings: meetingsIn(store, { ids, from: daysFrom(today, -days.back), until: daysFrom(today, days.ahead) }),
    ...(actor.kind === 'staff' ? { colleagues: colleaguesIn(store, { ids, staff: actor.staff }) } : {}),
    ...(await aboutAsker(store, { actor, trains: reach.trained.filter((id) => !reach.stoodIn.includes(id)) }))
  };
  return tagged(snapshot);
}

function tagged(snapshot: Snapshot): TaggedSnapshot {
  return { tag: createHash('sha256').update(JSON.stringify(snapshot)).digest('base64url').slice(0, 22), snapshot };
}

/** What a learner has of the club at home: themselves. */
async function ownSnapshot(store: Store, actor: LearnerActor): Promise<Snapshot> {
  const nothing = { venues: [], groups: [], members: [], meetings: [] };
  if (!isOpen(actor)) return { ...nothing, learner: { id: actor.person, over: true } };
  const [kept = actor.person, ...aliases] = everyIdOf(store, actor.person);
  const text = memberText(store, kept);
  const self = text && { ...text, groups: [], ...(aliases.length > 0 ? { aliases } : {}) };
  const about = await aboutAsker(store, { actor, trains: [] });
  return { ...nothing, ...about, members: self ? [self] : [], learner: { id: actor.person } };
}

/** A club tablet asks for the picture code of those who have one, also without a network; staff know who has one. */
function withLocks(
  store: Store,
  people: Snapshot['members'],
  { isTablet }: { readonly isTablet: boolean }
): Snapshot['members'] {
  const locks = pictureLocks(
    store,
    people.map(({ id }) => id)
  );
  return people.map((person) => {
    const lock = locks.get(person.id);
    if (!lock) return person;
    return isTablet ? { ...person, lock } : { ...person, locked: true };
  });
}

async function aboutAsker(
  store: Store,
  { actor, trains }: { readonly actor: Actor; readonly trains: readonly string[] }
): Promise<Pick<Snapshot, 'staff' | 'tablet' | 'operator'>> {
  const operator = await readOperator(store.dataDir);
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  const named = tablet && tablet.revokedAt === undefined ? await tabletNamed(store, tablet.id) : undefined;
  const person = actor.kind === 'staff' ? staffNamed(store, actor.staff) : undefined;
  return {
    ...(person && actor.kind === 'staff'
      ? { staff: { id: actor.staff, name: person, role: actor.role, trains: [...trains] } }
      : {}),
    ...(tablet && named ? { tablet: tabletOf(tablet, named) } : {}),
    ...(operator
      ? { operator: { name: operator.name, ...(operator.helpTelephone ? { helpPhone: operator.helpTelephone } : {}) } }
      : {})
  };
}

function tabletOf(
  { id, venue }: { readonly id: string; readonly venue: string },
  { name, mode }: { readonly name: string; readonly mode: TabletMode }
): NonNullable<Snapshot['tablet']> {
  return { id, name, venue, ...(isLockedMode(mode) ? { mode } : {}) };
}

function staffNamed(store: Store, id: string): string | undefined {
  return store.orm.select({ name: staff.name }).from(staff).where(eq(staff.id, id)).get()?.name;
}

/** Everybody else who trains or trained these groups, or is of the office: their word may stand on an old list. */
function colleaguesIn(
  store: Store,
  asked: { readonly ids: readonly string[]; readonly staff: string }
): NonNullable<Snapshot['colleagues']> {
  const trainers = store.orm
    .select({ id: assignments.staff })
    .from(assignments)
    .where(inArray(assignments.group, [...asked.ids]));
  const office = store.orm.select({ id: staffRoles.staff }).from(staffRoles).where(eq(staffRoles.role, 'office'));
  return store.orm
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(ne(staff.id, asked.staff), or(inArray(staff.id, office), inArray(staff.id, trainers))))
    .orderBy(asc(staff.name), asc(staff.id))
    .all();
}

function venuesIn(store: Store, ids: readonly string[]): Snapshot['venues'] {
  return store.orm
    .select({ id: venues.id, name: venues.name })
    .from(venues)
    .where(inArray(venues.id, [...new Set(ids)]))
    .orderBy(asc(venues.name), asc(venues.id))
    .all();
}

function groupsIn(store: Store, ids: readonly string[]): Snapshot['groups'] {
  return store.orm
    .select({ id: groups.id, venue: groups.venue, name: groups.name, course: groups.course })
    .from(groups)
    .where(inArray(groups.id, [...ids]))
    .orderBy(asc(groups.name), asc(groups.id))
    .all()
    .map(({ course, ...group }) => (course === null ? group : { ...group, course }));
}

function membersIn(store: Store, ids: readonly string[]): Snapshot['members'] {
  const rows = store.orm
    .select({ member: members, group: memberships.group })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.member))
    .where(and(inArray(memberships.group, [...ids]), isNull(memberships.until), isHerself(store, members.id)))
    .orderBy(asc(members.firstName), asc(members.initial), asc(members.id), asc(memberships.group))
    .all();
  const merged = aliasesByKept(store);
  const found = new Map<string, Snapshot['members'][number]>();
  for (const {
    member: { id, firstName, initial, picture },
    group
  } of rows) {
    const aliases = merged.get(id);
    found.set(id, {
      id,
      firstName,
      initial,
      picture,
      groups: [...(found.get(id)?.groups ?? []), group],
      ...(aliases ? { aliases: [...aliases] } : {})
    });
  }
  return [...found.values()];
}

function meetingsIn(
  store: Store,
  { ids, from, until }: { ids: readonly string[]; from: string; until: string }
): Snapshot['meetings'] {
  return store.orm
    .select()
    .from(meetings)
    .where(and(inArray(meetings.group, [...ids]), gte(meetings.date, from), lte(meetings.date, until)))
    .orderBy(asc(meetings.date), asc(meetings.start), asc(meetings.id))
    .all()
    .map(({ id, group, date, start, end, cancelledAt, cancelReason, movedFrom }) => ({
      id,
      group,
      date,
      start,
      end,
      ...(cancelledAt === null ? {} : { cancelled: true }),
      ...(cancelReason === '' ? {} : { reason: cancelReason }),
      ...(movedFrom === null ? {} : { movedFrom })
    }));
}
