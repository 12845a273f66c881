import { beforeEach, describe, expect, it } from 'vitest';
import { snapshotFor } from './snapshot.server';
import { mergeMembers } from './merge.server';
import { clubFacts } from './facts.server';
import { removeMember } from './members.server';
import { aClub, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { CardDoor } from '$lib/access/card-door.server';
import {
  cardsOf,
  endOwnDevice,
  makeCards,
  memberOfCard,
  provenOwnDevice,
  takeCardAway,
  takeIn
} from '$lib/access/cards.server';
import { removePictureCode, setPictureCode } from '$lib/access/picture-codes.server';

const pictures = ['key', 'owl', 'star', 'teapot'];

async function setUp() {
  const writer = aWriter(aStore());
  const { members, venue, group } = await aClub(writer);
  const [anna = '', bernd = ''] = members;
  const codes = await makeCards(writer, members);
  return { writer, store: writer.store, anna, bernd, venue, group, code: codes.get(anna) ?? '' };
}

let here: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  here = await setUp();
});

describe('a login card', () => {
  it('says whose it is, and its code stands nowhere', async () => {
    expect(await memberOfCard(here.store, here.code)).toEqual({ ok: true, value: here.anna });
    expect(here.store.db.serialize().includes(here.code)).toBe(false);
    expect([...cardsOf(here.store, [here.anna]).keys()]).toEqual([here.anna]);
  });

  it('stops working at once when it is replaced, says so, and so do the devices that it opened', async () => {
    const { writer, store, anna, code } = here;
    const cookie = takeIn(writer, { member: anna, own: true });
    expect(await provenOwnDevice(store, cookie)).toMatchObject({ person: anna, device: { own: true } });
    writer.world.pass(1000);
    const fresh = (await makeCards(writer, [anna])).get(anna) ?? '';
    expect(await memberOfCard(store, code)).toEqual({ ok: false, error: 'replaced' });
    expect(await memberOfCard(store, fresh)).toEqual({ ok: true, value: anna });
    expect((await provenOwnDevice(store, cookie))?.device.endedAt).toBe(writer.world.now());
  });

  it('that is taken away is replaced by nothing', async () => {
    const { writer, store, anna, bernd, code } = here;
    takeCardAway(writer, anna);
    expect(await memberOfCard(store, code)).toEqual({ ok: false, error: 'replaced' });
    expect([...cardsOf(store, [anna, bernd]).keys()]).toEqual([bernd]);
  });

  it('is not proven by another secret, nor is its device after signing out', async () => {
    const { writer, store, anna } = here;
    const cookie = takeIn(writer, { member: anna, own: false });
    const [id = ''] = cookie.split('.');
    expect(await provenOwnDevice(store, `${id}.made-up`)).toBeUndefined();
    const endedAt = endOwnDevice(writer, id);
    writer.world.pass(1000);
    expect(endOwnDevice(writer, id)).toBe(endedAt);
    expect((await provenOwnDevice(store, cookie))?.device.endedAt).toBe(endedAt);
  });

  it('goes with the person', async () => {
    const { writer, store, anna, code } = here;
    const cookie = takeIn(writer, { member: anna, own: true });
    await setPictureCode(writer, { member: anna, pictures });
    removeMember(store, anna);
    expect(await memberOfCard(store, code)).toEqual({ ok: false, error: 'no-such-card' });
    expect(await provenOwnDevice(store, cookie)).toBeUndefined();
    for (const table of ['login_cards', 'own_devices', 'picture_codes'])
      expect(JSON.stringify(store.db.prepare(`SELECT * FROM ${table}`).all())).not.toContain(anna);
  });
});

describe('guessing cards', () => {
  it('is stopped after thirty wrong codes from one network, and nobody else is kept out', async () => {
    const door = new CardDoor();
    const [{ store, code }, wrong] = [here, 'ACDEFGHJK'];
    const from = (address: string, typed: string) => door.open(store, { code: typed, address });
    for (let tries = 0; tries < 30; tries += 1) expect((await from('10.0.0.1', wrong)).ok, `try ${tries}`).toBe(false);
    expect(await from('10.0.0.1', code)).toMatchObject({ ok: false, error: { why: 'too-often' } });
    expect((await from('10.0.0.2', code)).ok).toBe(true);
  }, 30_000);

  it('counts no right one: a whole club comes in by one address', async () => {
    const door = new CardDoor();
    for (let tries = 0; tries < 35; tries += 1)
      expect((await door.open(here.store, { code: here.code, address: '10.0.0.1' })).ok).toBe(true);
  }, 30_000);
});

describe('what is known of the club', () => {
  it('by a card is the person alone, and after the card nothing but that it is over', async () => {
    const { writer, store, anna } = here;
    const cookie = takeIn(writer, { member: anna, own: true });
    const see = async () => {
      const actor = await provenOwnDevice(store, cookie);
      if (!actor) throw new Error('The cookie proves nobody');
      const now = writer.world.now();
      return {
        snapshot: (await snapshotFor(store, { actor, now }))?.snapshot,
        roster: await clubFacts(store).roster(actor, now)
      };
    };
    const before = await see();
    expect(before.snapshot?.members).toEqual([
      { id: anna, firstName: 'Anna', initial: 'K', picture: 'tulip', groups: [] }
    ]);
    expect(before.snapshot).toMatchObject({ venues: [], groups: [], meetings: [], learner: { id: anna } });
    expect(before.roster).toEqual({ people: [anna], meetings: [] });
    takeCardAway(writer, anna);
    const after = await see();
    expect(after.snapshot).toMatchObject({ members: [], learner: { id: anna, over: true } });
    expect(after.roster).toEqual({ people: [], meetings: [] });
  });

  it('by a card is, of two entries that are one person, everything that stands under both', async () => {
    const { writer, store, anna, bernd } = here;
    await mergeMembers(writer, { person: bernd, kept: anna });
    const actor = await provenOwnDevice(store, takeIn(writer, { member: bernd, own: true }));
    if (!actor) throw new Error('The cookie proves nobody');
    expect((await clubFacts(store).roster(actor, writer.world.now())).people).toEqual([anna, bernd]);
  });

  it('by a club tablet is the lock of a picture code, and by staff elsewhere that there is one', async () => {
    const { writer, store, anna, venue } = here;
    await setPictureCode(writer, { member: anna, pictures });
    const now = writer.world.now();
    const seenBy = async (actor: Parameters<typeof snapshotFor>[1]['actor']) => {
      const found = (await snapshotFor(store, { actor, now }))?.snapshot.members.find(({ id }) => id === anna);
      return [found?.lock?.rounds, found?.locked];
    };
    const tablet = { kind: 'device', tablet: { id: 't', venue, enrolledAt: 0 } } as const;
    const office = { kind: 'staff', staff: 's', role: 'office' } as const;
    expect(await seenBy(tablet)).toEqual([200_000, undefined]);
    expect(await seenBy(office)).toEqual([undefined, true]);
    removePictureCode(writer, anna);
    for (const actor of [tablet, office]) expect(await seenBy(actor)).toEqual([undefined, undefined]);
  });
});
