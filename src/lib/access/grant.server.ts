import { and, asc, eq, getTableColumns, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import { newId } from '$lib/base/id';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import type { Grant, ShownGrant } from './facts';
import { grants, tablets } from './schema.server';
import { hashSecret, isSecret, newSecret } from './secret.server';

const lifeMs = 30 * 24 * 3_600_000;

/** What a browser keeps: the right to hand in one staff member's events for 30 days, and nothing else. */
export interface HandedGrant {
  readonly id: string;
  readonly secret: string;
  /** `staff/<id>` */
  readonly by: string;
  /** UTC milliseconds */
  readonly from: number;
  readonly until: number;
}

interface Asked {
  readonly staff: string;
  /** the browser's own id: on no other does the grant count */
  readonly device: string;
  readonly tablet?: string | undefined;
  /** the token of the session that it ends with */
  readonly session?: string | undefined;
}

/** Gives a signed-in person's browser a grant. */
export async function giveGrant(
  { store, world }: { store: Store; world: World },
  { staff, device, tablet, session }: Asked
): Promise<HandedGrant> {
  const [id, secret, from] = [newId<'grant'>(world), newSecret(world), world.now()];
  const until = from + lifeMs;
  store.orm
    .insert(grants)
    .values({
      id,
      secretHash: hashSecret(secret),
      staff,
      device,
      tablet,
      session: session === undefined ? undefined : hashSecret(session),
      from,
      until
    })
    .run();
  return { id, secret, by: `staff/${staff}`, from, until };
}

interface Closing {
  readonly staff: string;
  /** the token of a session whose grants go on */
  readonly except?: string | undefined;
  /** UTC milliseconds */
  readonly at: number;
}

/** Nothing more is written with somebody's grants; what was written before can still be handed in. */
export function closeGrants(store: Store, { staff, except, at }: Closing): void {
  const others = except === undefined ? undefined : or(isNull(grants.session), ne(grants.session, hashSecret(except)));
  store.orm
    .update(grants)
    .set({ until: at })
    .where(and(eq(grants.staff, staff), gt(grants.until, at), others))
    .run();
}

/** The same for the grants that came with one session. */
export function closeGrantsOfSession(store: Store, { token, at }: { token: string; at: number }): void {
  store.orm
    .update(grants)
    .set({ until: at })
    .where(and(eq(grants.session, hashSecret(token)), gt(grants.until, at)))
    .run();
}

/** Those of the named grants whose secret is right, on the browser that they were given to. */
export async function provenGrants(store: Store, named: readonly ShownGrant[]): Promise<Grant[]> {
  if (named.length === 0) return [];
  const shown = new Map(named.map((grant) => [grant.id, grant]));
  return store.orm
    .select({ ...getTableColumns(grants), venue: tablets.venue })
    .from(grants)
    .leftJoin(tablets, eq(tablets.id, grants.tablet))
    .where(inArray(grants.id, [...shown.keys()]))
    .orderBy(asc(grants.id))
    .all()
    .filter(({ id, secretHash, device }) => isShown(shown.get(id), { secretHash, device }))
    .map(({ id, staff, venue, from, until, revokedAt, lost }) => ({
      id,
      by: `staff/${staff}`,
      from,
      until,
      ...(venue === null ? {} : { venue }),
      ...(revokedAt === null ? {} : { revokedAt }),
      ...(lost ? { lost } : {})
    }));
}

function isShown(
  shown: ShownGrant | undefined,
  kept: { readonly secretHash: string; readonly device: string }
): boolean {
  if (shown === undefined || !isSecret(shown.secret, kept.secretHash)) return false;
  return shown.device === undefined || shown.device === kept.device;
}
