import { argon2 } from 'node:crypto';
import { promisify } from 'node:util';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { newId } from '$lib/base/id';
import { err, ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { Store } from '$lib/store/open.server';
import { newCardCode } from './card-code';
import type { LearnerActor } from './facts';
import { loginCards, ownDevices } from './schema.server';
import { hashSecret, isSecret, newSecret } from './secret.server';

interface Here {
  readonly store: Store;
  readonly world: World;
}

const derive = promisify(argon2);

/**
 * What is kept of a card's code. It is short enough to be typed, so its hash is slow (argon2id, 80 ms), and the same
 * for the same code, so that a card is found by it: the salt is one for all.
 */
async function hashCardCode(code: string): Promise<string> {
  const nonce = Buffer.from('digitaltreff card');
  const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
  return (await derive('argon2id', { ...cost, message: code, nonce })).toString('base64url');
}

/**
 * Makes new cards: the last ones of these people stop working, and so do the devices that they opened. Gives each
 * person's code, which is nowhere else.
 */
export async function makeCards(writer: Writer, people: readonly string[]): Promise<Map<string, string>> {
  const { store, world } = writer;
  const made = people.map((member) => ({ member, code: newCardCode(world) }));
  const rows = await Promise.all(
    made.map(async ({ member, code }) => ({ member, codeHash: await hashCardCode(code) }))
  );
  store.db
    .transaction(() => {
      for (const { member, codeHash } of rows) {
        endCards(writer, member);
        const row = { id: newId<'card'>(world), member, codeHash, madeAt: world.now() };
        store.orm.insert(loginCards).values(row).run();
        noteDeed(writer, { action: 'card.made', subject: `person/${member}` });
      }
    })
    .immediate();
  return new Map(made.map(({ member, code }) => [member, code]));
}

/** Takes somebody's card away: it stops working, and no new one is made. */
export function takeCardAway(writer: Writer, member: string): void {
  writer.store.db
    .transaction(() => {
      endCards(writer, member);
      noteDeed(writer, { action: 'card.taken-away', subject: `person/${member}` });
    })
    .immediate();
}

function endCards({ store, world }: Here, member: string): void {
  const [replacedAt, endedAt] = [world.now(), world.now()];
  store.orm
    .update(loginCards)
    .set({ replacedAt })
    .where(and(eq(loginCards.member, member), isNull(loginCards.replacedAt)))
    .run();
  store.orm
    .update(ownDevices)
    .set({ endedAt })
    .where(and(eq(ownDevices.member, member), isNull(ownDevices.endedAt)))
    .run();
}

/** When the card was made that each of these people has now; who has none is not in it. */
export function cardsOf(store: Store, people: readonly string[]): Map<string, number> {
  const rows = store.orm
    .select({ member: loginCards.member, madeAt: loginCards.madeAt })
    .from(loginCards)
    .where(and(inArray(loginCards.member, [...people]), isNull(loginCards.replacedAt)))
    .all();
  return new Map(rows.map(({ member, madeAt }) => [member, madeAt]));
}

/** Whose card a code is. */
export async function memberOfCard(store: Store, code: string): Promise<Result<string, 'no-such-card' | 'replaced'>> {
  const codeHash = await hashCardCode(code);
  const found = store.orm.select().from(loginCards).where(eq(loginCards.codeHash, codeHash)).get();
  if (!found) return err('no-such-card');
  return found.replacedAt === null ? ok(found.member) : err('replaced');
}

/** Takes a learner in on a browser. Gives what its cookie holds, `<id>.<secret>`. */
export function takeIn({ store, world }: Here, { member, own }: { member: string; own: boolean }): string {
  const [id, secret] = [newId<'own-device'>(world), newSecret(world)];
  store.orm
    .insert(ownDevices)
    .values({ id, member, secretHash: hashSecret(secret), own, since: world.now() })
    .run();
  return `${id}.${secret}`;
}

/** The learner whom a cookie proves, also when it is over; nothing if the secret is wrong. */
export async function provenOwnDevice(store: Store, cookie: string): Promise<LearnerActor | undefined> {
  const dot = cookie.indexOf('.');
  const found = store.orm
    .select()
    .from(ownDevices)
    .where(eq(ownDevices.id, cookie.slice(0, dot)))
    .get();
  if (!found || !isSecret(cookie.slice(dot + 1), found.secretHash)) return undefined;
  const { id, own, member: person, endedAt } = found;
  return { kind: 'learner', person, device: { id, own, ...(endedAt === null ? {} : { endedAt }) } };
}

/** The learner signs out on a browser: since when it is over, in UTC milliseconds. */
export function endOwnDevice({ store, world }: Here, id: string): number {
  const endedAt = world.now();
  store.orm
    .update(ownDevices)
    .set({ endedAt })
    .where(and(eq(ownDevices.id, id), isNull(ownDevices.endedAt)))
    .run();
  return (
    store.orm.select({ at: ownDevices.endedAt }).from(ownDevices).where(eq(ownDevices.id, id)).get()?.at ?? endedAt
  );
}
