import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import { newId } from '$lib/base/id';
import { err, ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { writeIfPossible } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import { codeLifeMs, newCode, readCode } from './enrolment-code';
import type { TabletActor, Venues } from './facts';
import { enrolmentCodes, grants, tablets } from './schema.server';
import { isLockedMode, type TabletMode } from './tablet-mode';
import { hashSecret, isSecret, newSecret } from './secret.server';

/** How often "last seen" is written at most. */
const notedEveryMs = 60_000;

interface Here {
  readonly store: Store;
  readonly world: World;
}

export interface Enrolment {
  readonly tablet: { readonly id: string; readonly name: string; readonly venue: string };
  /** `<id>.<secret>`, for the cookie */
  readonly cookie: string;
}

/** Makes a code that lets one tablet in, within ten minutes. */
export async function makeCode(
  writer: Writer,
  { tabletName, venue }: { tabletName: string; venue: string }
): Promise<{ code: string; expiresAt: number }> {
  const { store, world } = writer;
  const [code, now] = [newCode(world), world.now()];
  const expiresAt = now + codeLifeMs;
  store.db
    .transaction(() => {
      // Codes are few and short: what is over goes, so that the same six signs can be given out again.
      store.orm.delete(enrolmentCodes).where(lt(enrolmentCodes.expiresAt, now)).run();
      store.orm
        .insert(enrolmentCodes)
        .values({ codeHash: hashSecret(code), tabletName, venue, createdAt: now, expiresAt })
        .run();
      noteDeed(writer, { action: 'code.made', subject: `venue/${venue}` });
    })
    .immediate();
  return { code, expiresAt };
}

/** Enrols the tablet on which a code was typed. Unknown, used and expired codes are answered alike. */
export async function enrolTablet(here: Here, typed: string): Promise<Result<Enrolment, 'no-such-code'>> {
  const { store, world } = here;
  const code = readCode(typed);
  if (code === undefined) return err('no-such-code');
  return store.db
    .transaction(() => {
      const now = world.now();
      const open = and(
        eq(enrolmentCodes.codeHash, hashSecret(code)),
        isNull(enrolmentCodes.usedBy),
        gt(enrolmentCodes.expiresAt, now)
      );
      const found = store.orm.select().from(enrolmentCodes).where(open).get();
      if (!found) return err('no-such-code' as const);
      const [id, secret] = [newId<'tablet'>(world), newSecret(world)];
      const tablet = { id, name: found.tabletName, venue: found.venue };
      store.orm
        .insert(tablets)
        .values({ ...tablet, secretHash: hashSecret(secret), enrolledAt: now, seenAt: now })
        .run();
      store.orm.update(enrolmentCodes).set({ usedBy: id }).where(open).run();
      noteDeed({ store, world, by: `device/${id}` }, { action: 'tablet.enrolled', subject: `tablet/${id}` });
      return ok({ tablet, cookie: `${id}.${secret}` });
    })
    .immediate();
}

/** The tablet that a cookie proves, also a revoked one; nothing if the secret is wrong. */
export async function provenTablet({ store, world }: Here, cookie: string): Promise<TabletActor | undefined> {
  const dot = cookie.indexOf('.');
  const found = store.orm
    .select()
    .from(tablets)
    .where(eq(tablets.id, cookie.slice(0, dot)))
    .get();
  if (!found || !isSecret(cookie.slice(dot + 1), found.secretHash)) return undefined;
  const now = world.now();
  if (now - found.seenAt > notedEveryMs)
    writeIfPossible(() => store.orm.update(tablets).set({ seenAt: now }).where(eq(tablets.id, found.id)).run());
  const { id, venue, enrolledAt, revokedAt, lost, mode } = found;
  return {
    id,
    venue,
    enrolledAt,
    ...(revokedAt === null ? {} : { revokedAt }),
    ...(lost ? { lost } : {}),
    ...(isLockedMode(mode) ? { mode } : {})
  };
}

/** The tablets of venues, those in use first, in the order of names. */
export async function listTablets(store: Store, at: Venues) {
  const rows = store.orm
    .select()
    .from(tablets)
    .where(at === 'all' ? undefined : inArray(tablets.venue, [...at]))
    .orderBy(asc(tablets.revokedAt), asc(tablets.name), asc(tablets.id))
    .all();
  return rows.map(({ id, name, venue, enrolledAt, seenAt, waiting, mode, revokedAt, lost }) => ({
    id,
    name,
    venue,
    enrolledAt,
    seenAt,
    waiting,
    mode,
    revoked: revokedAt !== null,
    lost
  }));
}

/** Keeps how many entries a tablet said are waiting on it. Writes only what is news: it stands in the way of every exchange. */
export function noteWaiting(store: Store, { tablet, waiting }: { tablet: string; waiting: number }): void {
  const kept = store.orm.select({ waiting: tablets.waiting }).from(tablets).where(eq(tablets.id, tablet)).get();
  if (kept && kept.waiting !== waiting) store.orm.update(tablets).set({ waiting }).where(eq(tablets.id, tablet)).run();
}

/** Takes a tablet's rights. A lost one, and staff who were signed in on it, may not even hand in what was written before. */
export async function revokeTablet(writer: Writer, { tablet, lost }: { tablet: string; lost: boolean }): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      const revokedAt = world.now();
      store.orm.update(tablets).set({ revokedAt, lost }).where(eq(tablets.id, tablet)).run();
      if (lost) loseGrants(store, { tablet, at: revokedAt });
      noteDeed(writer, { action: lost ? 'tablet.reported-lost' : 'tablet.revoked', subject: `tablet/${tablet}` });
    })
    .immediate();
}

function loseGrants(store: Store, { tablet, at }: { tablet: string; at: number }): void {
  const ofTablet = eq(grants.tablet, tablet);
  store.orm.update(grants).set({ lost: true }).where(ofTablet).run();
  store.orm
    .update(grants)
    .set({ revokedAt: at })
    .where(and(ofTablet, isNull(grants.revokedAt)))
    .run();
}

/** Gives a revoked tablet its rights back, and the grants that went with it: it was found again, or a finger slipped. */
export async function restoreTablet(writer: Writer, tablet: string): Promise<void> {
  const { store } = writer;
  const ofTablet = eq(grants.tablet, tablet);
  store.db
    .transaction(() => {
      const at = store.orm.select({ at: tablets.revokedAt }).from(tablets).where(eq(tablets.id, tablet)).get()?.at;
      store.orm.update(grants).set({ lost: false }).where(ofTablet).run();
      if (at)
        store.orm
          .update(grants)
          .set({ revokedAt: null })
          .where(and(ofTablet, eq(grants.revokedAt, at)))
          .run();
      store.orm.update(tablets).set({ revokedAt: null, lost: false }).where(eq(tablets.id, tablet)).run();
      noteDeed(writer, { action: 'tablet.restored', subject: `tablet/${tablet}` });
    })
    .immediate();
}

/** Calls a tablet otherwise, and says what it is there for. Both reach it with its next contact. */
export async function changeTablet(
  writer: Writer,
  { tablet, name, mode }: { tablet: string; name: string; mode: TabletMode }
): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      store.orm.update(tablets).set({ name, mode }).where(eq(tablets.id, tablet)).run();
      noteDeed(writer, { action: 'tablet.changed', subject: `tablet/${tablet}` });
    })
    .immediate();
}

/** A tablet's name and what it is there for, for its own eyes. */
export async function tabletNamed(store: Store, id: string): Promise<{ name: string; mode: TabletMode } | undefined> {
  return store.orm.select({ name: tablets.name, mode: tablets.mode }).from(tablets).where(eq(tablets.id, id)).get();
}
