import { asc, inArray } from 'drizzle-orm';
import { newId } from '$lib/base/id';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import type { Grant } from './facts';
import { grants } from './schema.server';
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

/** Gives a signed-in person's browser a grant. */
export async function giveGrant(
  { store, world }: { store: Store; world: World },
  { staff, device, tablet }: { staff: string; device: string; tablet?: string | undefined }
): Promise<HandedGrant> {
  const [id, secret, from] = [newId<'grant'>(world), newSecret(world), world.now()];
  const until = from + lifeMs;
  store.orm
    .insert(grants)
    .values({ id, secretHash: hashSecret(secret), staff, device, tablet, from, until })
    .run();
  return { id, secret, by: `staff/${staff}`, from, until };
}

/** Those of the named grants whose secret is right. */
export async function provenGrants(
  store: Store,
  named: readonly { readonly id: string; readonly secret: string }[]
): Promise<Grant[]> {
  if (named.length === 0) return [];
  const secrets = new Map(named.map(({ id, secret }) => [id, secret]));
  return store.orm
    .select()
    .from(grants)
    .where(inArray(grants.id, [...secrets.keys()]))
    .orderBy(asc(grants.id))
    .all()
    .filter(({ id, secretHash }) => isSecret(secrets.get(id) ?? '', secretHash))
    .map(({ id, staff, from, until, revokedAt, lost }) => ({
      id,
      by: `staff/${staff}`,
      from,
      until,
      ...(revokedAt === null ? {} : { revokedAt }),
      ...(lost ? { lost } : {})
    }));
}
