import { expect, it } from 'vitest';
import { noteLook } from '$lib/audit/looks.server';
import { latestDeeds } from '$lib/audit/trail.server';
import { keepPhotoConsent, withdrawConsent } from '$lib/club/consents.server';
import { mergeMembers } from '$lib/club/merge.server';
import { addMember, leaveGroup, listMembers } from '$lib/club/members.server';
import { giveUpPlace, waitForPlace } from '$lib/club/waiting.server';
import { newId } from '$lib/base/id';
import { rooms } from '$lib/rooms';
import { readDeleted } from '$lib/store/deleted-log.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aClub, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';
import { keepBarrierReport, setBarrierDone } from '$lib/privacy/barriers.server';
import { retentionKinds, type RetentionKind } from '$lib/privacy/retention';
import { applyRules, latestReceipts, liftRule, previewOf, rulesIn, setRule } from '$lib/privacy/retention.server';

const monthMs = 30.5 * 86_400_000;

/** A club in which Anna has left, Bernd is in the group, and two years have gone by. */
async function aClubLongAgo() {
  const office = aWriter(aStore(), undefined);
  const { store, world } = office;
  const log = new EventLog(store, registry(rooms), world);
  const club = await aClub(office, { people: ['Anna', 'Bernd'] });
  const [anna = '', bernd = ''] = club.members;
  await leaveGroup(office, { member: anna, group: club.group });
  const meeting = `meeting/${club.group}.2026-11-24`;
  const word = (id: number, type: string, data: Record<string, unknown>) =>
    log.append([anEvent({ id: anId(id), stream: meeting, by: 'staff/otto', type, data })], {
      device: 'd',
      receivedAt: world.now()
    });
  const seen = (kind: RetentionKind, months: number) => previewOf(store, { kind, months, now: world.now() });
  const names = async () => (await listMembers(store, 'all')).map(({ firstName }) => firstName).sort();
  return { office, store, world, log, ...club, anna, bernd, word, seen, names };
}

it('whoever is in no group and was not there for so long would go, and nobody else', async () => {
  const { office, world, group, seen, word, anna } = await aClubLongAgo();
  const zoe = await addMember(office, { firstName: 'Zoe', initial: 'W', picture: 'owl' });
  await waitForPlace(office, { member: zoe, group });
  expect(seen('people', 1).count).toBe(0);
  const left = world.now();
  world.pass(24 * monthMs);
  expect(seen('people', 12)).toMatchObject({ count: 1, oldest: left, people: [{ id: anna, firstName: 'Anna' }] });
  expect(seen('people', 36).count).toBe(0);
  await giveUpPlace(office, { member: zoe, group });
  expect(seen('people', 12).count).toBe(1);
  // A mark about her that comes in now: she was there.
  word(1, 'attendance.marked', { person: anna, status: 'present' });
  expect(seen('people', 12).count).toBe(0);
});

it('two entries of one person are one: neither goes while the other was there', async () => {
  const { office, world, anna, seen, word } = await aClubLongAgo();
  const other = await addMember(office, { firstName: 'Anna', initial: 'K', picture: 'owl' });
  await mergeMembers(office, { person: other, kept: anna });
  world.pass(24 * monthMs);
  expect(seen('people', 12).people.map(({ id }) => id)).toEqual([anna]);
  word(1, 'attendance.marked', { person: other, status: 'present' });
  expect(seen('people', 12).people).toEqual([]);
});

it('without a rule nothing is deleted; with one the next upkeep deletes whom the preview named, and leaves a receipt', async () => {
  const { office, store, world, log, anna, names } = await aClubLongAgo();
  world.pass(24 * monthMs);
  await applyRules(office, log);
  expect(await names()).toEqual(['Anna', 'Bernd']);
  setRule(office, { kind: 'people', months: 12 });
  expect(await names()).toEqual(['Anna', 'Bernd']);
  expect(Object.fromEntries(await applyRules(office, log))).toEqual({ people: 1 });
  expect(await names()).toEqual(['Bernd']);
  expect(readDeleted(store.dataDir).size).toBe(1);
  expect(latestReceipts(store, 10)).toMatchObject([{ kind: 'people', months: 12, gone: 1, at: world.now() }]);
  expect(JSON.stringify(latestReceipts(store, 10))).not.toContain(anna);
  await applyRules(office, log);
  expect(latestReceipts(store, 10)).toHaveLength(1);
});

it('a rule can be changed and taken back, and each of that stands in the trail', async () => {
  const { office, store, world, log, names } = await aClubLongAgo();
  world.pass(24 * monthMs);
  setRule(office, { kind: 'people', months: 12 });
  setRule(office, { kind: 'people', months: 36 });
  expect(rulesIn(store)).toMatchObject([{ kind: 'people', months: 36 }]);
  await applyRules(office, log);
  liftRule(office, 'people');
  liftRule(office, 'people');
  expect(rulesIn(store)).toEqual([]);
  expect(await names()).toEqual(['Anna', 'Bernd']);
  expect((await latestDeeds(store, 3)).map(({ action }) => action)).toEqual([
    'retention.lifted',
    'retention.set',
    'retention.set'
  ]);
});

it('a guest loses the name, stays counted, and a member who came as a guest is no guest', async () => {
  const { office, store, world, log, anna, word, seen } = await aClubLongAgo();
  const guest = newId(world);
  word(1, 'guest.added', { person: guest, firstName: 'Gustav' });
  word(2, 'guest.added', { person: anna, firstName: 'Anna' });
  word(3, 'attendance.marked', { person: guest, status: 'present' });
  expect(seen('guests', 6).count).toBe(0);
  world.pass(8 * monthMs);
  expect(seen('guests', 6).people).toMatchObject([{ id: guest, firstName: 'Gustav' }]);
  setRule(office, { kind: 'guests', months: 6 });
  await applyRules(office, log);
  const data = store.db.prepare<[], { data: string }>('SELECT data FROM events ORDER BY seq').all();
  expect(data.map((row) => JSON.parse(row.data))).toEqual([
    { person: guest },
    { person: anna, firstName: 'Anna' },
    { person: guest, status: 'present' }
  ]);
  expect(seen('guests', 6).count).toBe(0);
});

it('old rows of each other kind go, and none that is still in force', async () => {
  const { office, store, world, log, group, anna, bernd, seen } = await aClubLongAgo();
  const yes = { member: bernd, wording: () => 'Ja', givenOn: '2026-11-24' };
  await keepPhotoConsent(office, { ...yes, purposes: ['photo-house', 'photo-press'] });
  await withdrawConsent(office, { member: bernd, purpose: 'photo-press' });
  const second = (await aClub(office, { name: 'Freitag', people: [] })).group;
  for (const waited of [group, second]) await waitForPlace(office, { member: bernd, group: waited });
  await giveUpPlace(office, { member: bernd, group: second });
  for (const text of ['fertig', 'offen']) {
    const id = newId(world);
    await keepBarrierReport(office, { id, page: '/de', text, contact: '', locale: 'de' });
    if (text === 'fertig') await setBarrierDone(office, { id, done: true });
  }
  noteLook(office, `person/${anna}`);
  world.pass(2 * monthMs);
  for (const kind of retentionKinds) setRule(office, { kind, months: 3 });
  expect((await applyRules(office, log)).size).toBe(0);
  world.pass(2 * monthMs);
  noteLook(office, `person/${bernd}`);
  expect(seen('trail', 3).count).toBeGreaterThan(5);
  expect(['waiting', 'consents', 'barriers'].map((kind) => seen(kind as 'waiting', 3).count)).toEqual([1, 1, 1]);
  expect([...(await applyRules(office, log)).keys()].sort()).toEqual([
    'barriers',
    'consents',
    'people',
    'trail',
    'waiting'
  ]);
  const left = (sql: string) => store.db.prepare(sql).all();
  expect(left('SELECT purpose FROM consents')).toEqual([{ purpose: 'photo-house' }]);
  expect(left('SELECT text FROM barrier_reports')).toEqual([{ text: 'offen' }]);
  expect(left('SELECT subject FROM audit_looks')).toEqual([{ subject: `person/${bernd}` }]);
  expect(left('SELECT member FROM waiting')).toEqual([]);
});
