import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noteHandOut, noteLook } from '$lib/audit/looks.server';
import { addMeeting } from '$lib/club/meetings.server';
import { changeMember, correctionsOf } from '$lib/club/members.server';
import { houseLocales } from '$lib/i18n/locales';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aClub, aStaff, aWriter } from '../support/club';
import { plansOf } from '../support/query-plans';
import { aStore } from '../support/store';
import { deletePerson } from '$lib/privacy/deletion.server';
import { isKnownDeed } from '$lib/privacy/trail-words';
import { pageOfTrail, type TrailWanted } from '$lib/privacy/trail.server';

const all: TrailWanted = { person: '', name: '', staff: '', from: 0, until: Infinity, page: 1 };

async function aTrail() {
  const setUp = aWriter(aStore());
  const lena = await aStaff(setUp, { username: 'lena', role: 'office' });
  const otto = await aStaff(setUp, { username: 'otto', role: 'office' });
  const { members } = await aClub(setUp);
  const [anna = '', bernd = ''] = members;
  const [first, second] = [lena, otto].map((id) => ({ ...setUp, by: `staff/${id}` }) as const);
  if (!first || !second) throw new Error('There are two');
  const { store, world } = setUp;
  world.pass(1000);
  const begin = world.now();
  noteLook(first, `person/${anna}`);
  world.pass(1000);
  await changeMember(first, { id: anna, firstName: 'Anne', initial: 'K', picture: 'owl' });
  world.pass(1000);
  noteHandOut(second, `person/${bernd}`);
  const said = (wanted: Partial<TrailWanted> = {}) =>
    pageOfTrail(store, { ...all, from: begin, ...wanted }).lines.map(
      ({ action, byName, subjectName }) => `${byName}: ${action} ${subjectName}`
    );
  return { setUp, store, world, lena, otto, anna, bernd, begin, said };
}

it('who looked at, changed and handed out what stands in one list, the newest first, by name', async () => {
  const { said } = await aTrail();
  expect(said()).toEqual(['otto: look.handed-out Bernd K.', 'lena: member.changed Anne K.', 'lena: look.seen Anne K.']);
});

it('is found by person, by the beginning of a name, by staff and by day', async () => {
  const { said, otto, anna, bernd, begin } = await aTrail();
  expect(said({ person: bernd })).toHaveLength(1);
  expect(said({ person: anna })).toHaveLength(2);
  expect(said({ name: 'ann' })).toHaveLength(2);
  expect(said({ name: '%' })).toHaveLength(3);
  expect(said({ name: 'Zoe' })).toEqual([]);
  expect(said({ staff: otto })).toHaveLength(1);
  expect(said({ until: begin + 1 })).toEqual(['lena: look.seen Anne K.']);
});

it('a meeting is called by its group and its day', async () => {
  const setUp = aWriter(aStore());
  const { group } = await aClub(setUp);
  await addMeeting(setUp, { group, date: '2026-12-03', start: '14:00', end: '16:00' });
  const line = pageOfTrail(setUp.store, all).lines.find(({ action }) => action === 'meeting.added');
  expect(line).toMatchObject({ subjectName: 'Montagsgruppe', subjectDate: '2026-12-03' });
});

it('comes in pages of fifty', async () => {
  const { setUp, store } = await aTrail();
  for (let count = 0; count < 60; count++) noteHandOut(setUp, 'members/list');
  const [first, second] = [1, 2].map((page) => pageOfTrail(store, { ...all, page }));
  expect([first?.lines.length, first?.more, second?.more]).toEqual([50, true, false]);
  const ids = [...(first?.lines ?? []), ...(second?.lines ?? [])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('names nobody who was deleted', async () => {
  const { setUp, store, world, anna, said } = await aTrail();
  await deletePerson(setUp, new EventLog(store, registry(rooms), world), anna);
  expect(said({ person: anna })).toContain('lena: member.changed undefined');
  expect(said().join()).not.toContain('Ann');
});

it('is read by index, whatever it is asked for', async () => {
  const { store, anna, otto } = await aTrail();
  for (const wanted of [all, { ...all, person: anna }, { ...all, staff: otto }]) {
    const plans = await plansOf(store, async () => pageOfTrail(store, wanted));
    expect(plans.filter((step) => /^SCAN audit_/.test(step) && !/USING INDEX/.test(step))).toEqual([]);
  }
});

it('each deed and each look has words in every language, and the words are asked for by a known name', () => {
  for (const locale of houseLocales) {
    const messages: { trail: { deed: Record<string, unknown> } } = JSON.parse(
      readFileSync(new URL(`../../src/lib/i18n/messages/${locale}/privacy.json`, import.meta.url), 'utf8')
    );
    const known = Object.entries(messages.trail.deed).flatMap(([word, deeds]) =>
      typeof deeds === 'object' && deeds !== null ? Object.keys(deeds).map((deed) => `${word}.${deed}`) : []
    );
    expect(known.filter((action) => !isKnownDeed(action))).toEqual([]);
    expect(known.length).toBeGreaterThan(50);
  }
});

it('a correction stays with who made it and what stood there; the same said again is none', async () => {
  const { setUp, store, anna } = await aTrail();
  await changeMember(setUp, { id: anna, firstName: 'Anne', initial: 'K', picture: 'owl' });
  expect(await correctionsOf(store, anna)).toMatchObject([
    { firstName: 'Anna', initial: 'K', picture: 'tulip', who: 'lena' }
  ]);
});
