import { expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { makeCards, memberOfCard, provenOwnDevice, takeIn } from '$lib/access/cards.server';
import { latestDeeds } from '$lib/audit/trail.server';
import { clubFacts } from '$lib/club/facts.server';
import { mergeMembers } from '$lib/club/merge.server';
import { addMember, listMembers } from '$lib/club/members.server';
import { addMeeting } from '$lib/club/meetings.server';
import { snapshotFor } from '$lib/club/snapshot.server';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { dailyUpkeep, watchDays } from '$lib/upkeep/daily.server';
import { run as verify } from '$lib/upkeep/verify.server';
import { aClub, aStaff, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';
import { askedPerson } from '$lib/privacy/asked-person.server';
import { deletePerson, replayDeletions } from '$lib/privacy/deletion.server';
import { latestReceipts } from '$lib/privacy/retention.server';
import { sealForm } from '$lib/privacy/sealed';
import { listSealed, sealedSheet, sealPerson } from '$lib/privacy/sealed.server';

const dayMs = 86_400_000;
const seal = { reason: 'Nachweis für das Land', until: '2026-12-24' };

/** A club in which Anna was at two meetings, with a note about her, by two entries. */
async function aProvenClub() {
  const office = aWriter(aStore());
  const { store, world } = office;
  const log = new EventLog(store, registry(rooms), world);
  const chief = await aStaff(office, { username: 'leitung', role: 'office' });
  const { group, members } = await aClub(office);
  const [anna = '', bernd = ''] = members;
  const other = await addMember(office, { firstName: 'Anni', initial: '', picture: 'owl', group });
  await mergeMembers(office, { person: other, kept: anna });
  for (const date of ['2026-11-23', '2026-11-16'])
    await addMeeting(office, { group, date, start: '14:00', end: '16:00' });
  const mark = (id: number, date: string, data: Record<string, unknown>) =>
    anEvent({ id: anId(id), stream: `meeting/${group}.${date}`, by: 'staff/otto', type: 'attendance.marked', data });
  log.append(
    [
      mark(1, '2026-11-23', { person: anna, status: 'present', note: 'Knieprellung' }),
      mark(2, '2026-11-16', { person: anna, status: 'late', minutes: 10 }),
      mark(3, '2026-11-16', { person: bernd, status: 'present' }),
      anEvent({
        id: anId(4),
        stream: `progress/${anna}`,
        by: `person/${anna}`,
        type: 'step.completed',
        data: { course: 'tablet-basics', lesson: 'one', step: 'a' }
      })
    ],
    { device: 'd', receivedAt: world.now() }
  );
  return { office, store, world, log, chief, group, anna, other, bernd };
}

/** Rows of all tables but the sealed one in which something stands. */
function tablesWith({ db }: ReturnType<typeof aStore>, word: string): string[] {
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  return tables
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()).includes(word));
}

it('a restricted person is nowhere but on the sealed sheet, with name, reason, day and attendance', async () => {
  const { office, store, world, log, chief, anna, other, bernd } = await aProvenClub();
  expect((await sealPerson(office, log, { person: anna, ...seal })).ok).toBe(true);
  expect((await listMembers(store, 'all')).map(({ id }) => id)).toEqual([bernd]);
  const asking = { actor: { kind: 'staff', staff: chief, role: 'office' }, now: world.now() } as const;
  expect(JSON.stringify(await snapshotFor(store, asking))).not.toContain('Anna');
  expect((await clubFacts(store).roster(asking.actor, asking.now)).people).toEqual([bernd]);
  expect(tablesWith(store, 'Anna')).toEqual(['sealed_persons']);
  expect(tablesWith(store, 'Knieprellung')).toEqual([]);
  expect(
    listSealed(store)
      .map(({ person }) => person)
      .sort()
  ).toEqual([anna, other].sort());
  expect(listSealed(store)[0]).toMatchObject({ firstName: 'Anna', initial: 'K', ...seal, by: 'staff/test' });
  expect(sealedSheet(store, anna)).toEqual([
    { date: '2026-11-16', groupName: 'Montagsgruppe', status: 'late' },
    { date: '2026-11-23', groupName: 'Montagsgruppe', status: 'present' }
  ]);
  expect((await latestDeeds(store, 2)).map(({ action }) => action)).toEqual(['person.restricted', 'person.restricted']);
  expect(await askedPerson(store, anna, 'all')).toMatchObject({ firstName: 'Anna' });
  expect(await askedPerson(store, anna, ['library'])).toBeUndefined();
  const lines: string[] = [];
  await verify({ dataDir: store.dataDir, args: [], say: (line) => void lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^All is well/)]);
});

it('with the seal the login card of whoever it was stops working, and so does every browser that it opened', async () => {
  const { office, store, log, anna } = await aProvenClub();
  const code = (await makeCards(office, [anna])).get(anna) ?? '';
  const cookie = takeIn(office, { member: anna, own: true });
  expect(await memberOfCard(store, code)).toEqual({ ok: true, value: anna });
  expect(await provenOwnDevice(store, cookie)).toMatchObject({ person: anna });
  await sealPerson(office, log, { person: anna, ...seal });
  expect(await memberOfCard(store, code)).toEqual({ ok: false, error: 'no-such-card' });
  expect(await provenOwnDevice(store, cookie)).toBeUndefined();
});

it('the name goes with the first upkeep after its last day, not on it, and leaves a receipt', async () => {
  const { office, store, world, log, anna } = await aProvenClub();
  await sealPerson(office, log, { person: anna, ...seal });
  world.pass(30 * dayMs);
  await dailyUpkeep({ store, world }, log);
  expect(listSealed(store)).toHaveLength(2);
  world.pass(dayMs);
  await dailyUpkeep({ store, world }, log);
  expect(listSealed(store)).toEqual([]);
  expect(tablesWith(store, 'Anna')).toEqual([]);
  expect(latestReceipts(store, 5)).toMatchObject([{ kind: 'sealed', months: null, gone: 2 }]);
  await dailyUpkeep({ store, world }, log);
  expect(latestReceipts(store, 5)).toHaveLength(1);
});

it('a backup of before is sealed again when it comes back; after the last day it deletes', async () => {
  const { office, store, world, log, anna } = await aProvenClub();
  store.db.exec('CREATE TEMP TABLE kept AS SELECT * FROM members');
  const comesBack = () => store.db.exec('INSERT OR IGNORE INTO members SELECT * FROM kept; DELETE FROM sealed_persons');
  await sealPerson(office, log, { person: anna, ...seal });
  expect(replayDeletions(office, log)).toBe(0);
  comesBack();
  expect(replayDeletions(office, log)).toBe(2);
  expect(tablesWith(store, 'Anna')).toEqual(['sealed_persons']);
  expect(listSealed(store).find(({ person }) => person === anna)).toMatchObject({ reason: '', until: seal.until });
  world.pass(40 * dayMs);
  comesBack();
  replayDeletions(office, log);
  expect(tablesWith(store, 'Anna')).toEqual([]);
  world.pass(-40 * dayMs);
  comesBack();
  await deletePerson(office, log, anna);
  comesBack();
  replayDeletions(office, log);
  expect(listSealed(store).filter(({ person }) => person === anna)).toEqual([]);
});

it('a seal needs a reason and a day that is still to come', () => {
  const taken = (reason: string, until: string) => v.is(sealForm('2026-11-24'), { reason, until });
  expect(taken('Nachweis', '2026-11-25')).toBe(true);
  expect(taken('Nachweis', '2026-11-24')).toBe(false);
  expect(taken('Nachweis', '2027-02-29')).toBe(false);
  expect(taken(' ', '2026-11-25')).toBe(false);
});

it('the upkeep runs soon after the start and once on each day; what failed is tried again an hour later', async () => {
  const { world } = aWriter(aStore());
  const due: (() => void)[] = [];
  const reported: unknown[] = [];
  let [runs, fails] = [0, false];
  watchDays({
    world,
    later: (_, call) => void due.push(call),
    upkeep: async () => {
      if (fails) throw new Error('disk is full');
      runs += 1;
    },
    report: (error) => void reported.push(error)
  });
  const anHourLater = async () => {
    world.pass(3_600_000);
    due.shift()?.();
    await vi.waitFor(() => expect(due).toHaveLength(1));
  };
  expect(runs).toBe(0);
  await anHourLater();
  await anHourLater();
  expect(runs).toBe(1);
  world.pass(dayMs);
  fails = true;
  await anHourLater();
  expect(reported).toHaveLength(1);
  fails = false;
  await anHourLater();
  expect(runs).toBe(2);
});
