import { and, eq, inArray, lt } from 'drizzle-orm';
import type { FamiliesPort, ShownGrant, TokenFound } from '$lib/access/facts';
import { hashSecret, isSecret } from '$lib/access/secret.server';
import type { Store } from '$lib/store/open.server';
import { deleteStream } from '$lib/sync/deletion.server';
import { parseStream } from '$lib/sync/event';
import type { Registry } from '$lib/sync/registry';
import type { FamilyLimits } from './limits.server';
import { families } from './schema.server';

const dayMs = 24 * 3_600_000;

/** So long after none of its devices was here a family goes (SYNC.md): two years of 365 days. */
export const unusedMs = 730 * dayMs;

/** Families that one request may name: of one phone, with those that it moved from. */
const mostShown = 10;

interface Asking {
  readonly grants: readonly ShownGrant[];
  /** of who asks: for making new families */
  readonly address: string;
  readonly limits: FamilyLimits;
  /** UTC milliseconds */
  readonly now: number;
}

/** One request's families. */
export interface FamilyDoor extends FamiliesPort {
  /** in the commit of the request's events: makes the families that begin with them, and notes that the others are used */
  readonly alongside: () => void;
}

/**
 * What a request proves of families: a grant with the name of a family's stream carries the token. A family that nobody
 * knows begins with its first entry; its id has 74 bits of chance, so nobody takes it beforehand. Nothing where the
 * request names no family.
 */
export function familyDoor(store: Store, { grants, address, limits, now }: Asking): FamilyDoor | undefined {
  const tokens = tokensIn(grants);
  if (tokens.size === 0) return undefined;
  const begun = new Set<string>();
  const found = () => findTokens(store, tokens);
  return {
    found,
    async admit(family, count) {
      const isNew = found().get(family) === 'new';
      if (isNew && !(await limits.mayBegin(address))) return 'rate';
      const room = await limits.room(store, family, count);
      if (isNew && room === 'yes' && !isGone(store, family)) begun.add(family);
      return room;
    },
    alongside() {
      for (const id of begun) {
        const tokenHash = hashSecret(tokens.get(id) ?? '');
        store.orm.insert(families).values({ id, tokenHash, createdAt: now, usedAt: now }).onConflictDoNothing().run();
      }
      const shown = [...found()].flatMap(([id, token]) => (token === 'right' ? [id] : []));
      const isOld = and(inArray(families.id, shown), lt(families.usedAt, now - dayMs));
      store.orm.update(families).set({ usedAt: now }).where(isOld).run();
    }
  };
}

/** By family. */
function tokensIn(grants: readonly ShownGrant[]): Map<string, string> {
  const named = grants.flatMap(({ id, secret }) => {
    const name = parseStream(id);
    return name?.kind === 'family' ? [[name.id, secret] as const] : [];
  });
  return new Map(named.slice(-mostShown));
}

/** A family that went is not made again by a device that was away so long: its entries are told that it is gone. */
function isGone({ db }: Store, family: string): boolean {
  const gone = db.prepare<[string], { at: number | null }>('SELECT gone_at AS at FROM streams WHERE stream = ?');
  return typeof gone.get(`family/${family}`)?.at === 'number';
}

function findTokens(store: Store, tokens: ReadonlyMap<string, string>): Map<string, TokenFound> {
  const kept = store.orm
    .select({ id: families.id, tokenHash: families.tokenHash })
    .from(families)
    .where(inArray(families.id, [...tokens.keys()]))
    .orderBy(families.id)
    .all();
  const hashes = new Map(kept.map(({ id, tokenHash }) => [id, tokenHash]));
  return new Map(
    [...tokens].map(([id, token]) => {
      const hash = hashes.get(id);
      if (hash === undefined) return [id, 'new'];
      return [id, isSecret(token, hash) ? 'right' : 'wrong'];
    })
  );
}

/** Deletes the families of which no device was here for two years. Their devices are told, should one come. @param now UTC milliseconds */
export function deleteUnused(store: Store, registry: Pick<Registry, 'projections'>, now: number): void {
  store.db
    .transaction(() => {
      const unused = store.orm
        .select({ id: families.id })
        .from(families)
        .where(lt(families.usedAt, now - unusedMs))
        .orderBy(families.id)
        .all();
      for (const { id } of unused) {
        deleteStream(store.db, registry, `family/${id}`, now);
        store.orm.delete(families).where(eq(families.id, id)).run();
      }
    })
    .immediate();
}
