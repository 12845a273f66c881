import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { hashSecret, newSecret } from '$lib/access/secret.server';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import { listAccounts } from '$lib/club/accounts.server';
import { listGroups } from '$lib/club/groups.server';
import { listVenues } from '$lib/club/venues.server';
import type { Store } from '$lib/store/open.server';
import { parseSubject, subjectKey, type FeedSubject } from './feed-kind';
import { calendarFeeds } from './schema.server';

export interface NamedSubject extends FeedSubject {
  readonly name: string;
}

interface Looking {
  readonly at: Venues;
  /** the account of who looks */
  readonly me: string;
  /** UTC milliseconds */
  readonly now: number;
}

/** What an office can make a calendar of: its open venues and groups, and the trainers that it looks after. */
export async function subjectsFor(store: Store, { at, me, now }: Looking): Promise<NamedSubject[]> {
  const [venues, groups, people] = await Promise.all([
    listVenues(store, at),
    listGroups(store, at),
    listAccounts(store, { at, me, now })
  ]);
  return [
    ...venues.filter(({ closed }) => !closed).map(({ id, name }) => ({ kind: 'venue' as const, subject: id, name })),
    ...groups.filter(({ closed }) => !closed).map(({ id, name }) => ({ kind: 'group' as const, subject: id, name })),
    ...people
      .filter(({ disabled }) => !disabled)
      .map(({ id, name }) => ({ kind: 'trainer' as const, subject: id, name }))
  ];
}

/** The addresses that were made for these subjects, the newest first. */
export async function listFeeds(store: Store, subjects: readonly NamedSubject[]) {
  const names = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
  const rows = store.orm
    .select()
    .from(calendarFeeds)
    .orderBy(desc(calendarFeeds.createdAt), asc(calendarFeeds.id))
    .all();
  return rows.flatMap(({ id, kind, subject, createdAt, revokedAt }) => {
    const named = names.get(`${kind}/${subject}`);
    return named ? [{ id, kind: named.kind, subject, name: named.name, createdAt, revoked: revokedAt !== null }] : [];
  });
}

/** The whole address of a secret. */
export function feedAddress({ origin, secret, locale }: { origin: string; secret: string; locale: string }): string {
  return `${origin}/calendar/${secret}.ics?in=${locale}`;
}

/** Makes a secret address and gives the secret, for once: it is not kept. */
export async function makeFeed(writer: Writer, { kind, subject }: FeedSubject): Promise<string> {
  const { store, world } = writer;
  const secret = newSecret(world);
  store.db
    .transaction(() => {
      const id = newId<'calendar'>(world);
      store.orm
        .insert(calendarFeeds)
        .values({ id, kind, subject, secretHash: hashSecret(secret), createdAt: world.now() })
        .run();
      noteDeed(writer, { action: 'calendar.added', subject: `calendar/${id}` });
    })
    .immediate();
  return secret;
}

/** Closes an address, or opens it again. */
export async function setFeedRevoked(writer: Writer, { id, revoked }: { id: string; revoked: boolean }): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      store.orm
        .update(calendarFeeds)
        .set({ revokedAt: revoked ? world.now() : null })
        .where(eq(calendarFeeds.id, id))
        .run();
      noteDeed(writer, { action: revoked ? 'calendar.revoked' : 'calendar.restored', subject: `calendar/${id}` });
    })
    .immediate();
}

/** What an address shows. An unknown one and a closed one answer alike: nothing. */
export async function feedOf(store: Store, secret: string): Promise<FeedSubject | undefined> {
  const found = store.orm
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.secretHash, hashSecret(secret)), isNull(calendarFeeds.revokedAt)))
    .get();
  return found && parseSubject(`${found.kind}/${found.subject}`);
}
