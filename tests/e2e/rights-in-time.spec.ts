import { expect, test } from '@playwright/test';
import { stampMs } from '../../src/lib/base/clock';
import type { TestActor } from '../rights/actors';
import { ask, verdictOn, written } from '../rights/ask';
import { startRightsClub, type RightsServer } from '../support/rights-club';

// One club and one server; rights were lost three hours ago (tests/rights/club.ts).
test.describe.configure({ mode: 'default' });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let here: RightsServer;

test.beforeAll(async () => {
  here = await startRightsClub();
});

test.afterAll(() => here.stop());

function verdict(actor: TestActor, { type, agoMs, person }: { type: string; agoMs: number; person?: string }) {
  if (person === undefined)
    return verdictOn(here.server.url, actor, written(actor, { type, place: here.club.place, agoMs }));
  const learner = { ...actor, person: `person/${person}` };
  const place = { ...here.club.place, person };
  return verdictOn(here.server.url, learner, written(learner, { type, place, agoMs }));
}

const mark = 'attendance.marked';
const step = 'step.completed';

/** Who, what, how long ago it was written, and what the server says now. */
const moments: readonly (readonly [string, string, number, string])[] = [
  ['trainer removed this morning', mark, 3 * hour - 10 * minute, 'forbidden'],
  ['trainer removed this morning', mark, 3 * hour - 3 * minute, 'yes'],
  ['trainer removed this morning', mark, 12 * hour, 'yes'],
  ['trainer removed this morning', mark, 29 * day, 'yes'],
  ['trainer removed this morning', mark, 31 * day, 'forbidden'],
  ['trainer of the group', mark, 31 * day, 'yes'],
  ['substitute', mark, 2 * day, 'forbidden'],
  ["trainer's grant alone", mark, 12 * hour, 'yes'],
  ["trainer's grant alone", mark, 2 * day, 'forbidden'],
  ['grant of a removed trainer', mark, 12 * hour, 'yes'],
  ['grant of a removed trainer', mark, hour, 'forbidden'],
  ['grant of a disabled account', mark, 12 * hour, 'yes'],
  ['grant of a disabled account', mark, hour, 'forbidden'],
  ['office moved this morning', mark, 12 * hour, 'yes'],
  ['office moved this morning', mark, hour, 'forbidden'],
  ['grant of a lost device', mark, 12 * hour, 'held'],
  ['revoked device', step, 12 * hour, 'yes'],
  ['revoked device', step, hour, 'forbidden'],
  ['lost device', step, 12 * hour, 'held']
];

for (const [name, type, agoMs, said] of moments) {
  const ago = agoMs >= day ? `${agoMs / day} days` : `${agoMs / minute} minutes`;
  test(`${name}, ${type} ${ago} ago: ${said}`, async () => {
    const { grants, staff } = here.club;
    const visitor = here.actor('visitor');
    const more: Readonly<Record<string, TestActor>> = {
      'grant of a removed trainer': {
        ...visitor,
        grants: [grants.removed],
        staff: `staff/${staff.removed.id}`
      },
      'grant of a disabled account': {
        ...visitor,
        grants: [grants.disabled],
        staff: `staff/${staff.disabled.id}`
      },
      'office moved this morning': {
        ...visitor,
        cookies: { session: staff.officeMoved.session },
        staff: `staff/${staff.officeMoved.id}`
      }
    };
    expect(await verdict(more[name] ?? here.actor(name), { type, agoMs })).toBe(said);
  });
}

test('somebody who left the group this morning is judged by then, and somebody who came by now', async () => {
  const { formerMember, newMember } = here.club;
  const tablet = here.actor('learner on an enrolled tablet');
  expect(await verdict(tablet, { type: step, agoMs: 12 * hour, person: formerMember })).toBe('yes');
  expect(await verdict(tablet, { type: step, agoMs: hour, person: formerMember })).toBe('forbidden');
  expect(await verdict(tablet, { type: step, agoMs: 12 * hour, person: newMember })).toBe('forbidden');
  expect(await verdict(tablet, { type: step, agoMs: hour, person: newMember })).toBe('yes');
  const { streams } = await ask(here.server.url, tablet);
  expect(Object.keys(streams)).not.toContain(`progress/${formerMember}`);
  expect(Object.keys(streams)).toContain(`progress/${newMember}`);
});

test('impossible times are corrected, in order, before anybody judges; a clock four minutes ahead is believed', async () => {
  const tablet = here.actor('learner on an enrolled tablet');
  const at = (agoMs: number) => written(tablet, { type: step, place: here.club.place, agoMs });
  const events = [at(-4 * minute), at(-10 * minute), at(41 * day), at(60 * 365 * day), at(-80 * 365 * day)];
  const before = Date.now();
  const { accepted, refused } = await ask(here.server.url, tablet, { events });
  expect(refused).toEqual([]);
  expect(accepted.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  const [ahead, ...corrected] = accepted.map((each) => each.at);
  expect(ahead).toBe(events[0]?.at);
  for (const stamp of corrected) {
    expect(stampMs(stamp)).toBeGreaterThanOrEqual(before);
    expect(stampMs(stamp)).toBeLessThanOrEqual(Date.now());
  }
  expect([...corrected].sort()).toEqual(corrected);
});

test('a corrected time gives no right that the time of arrival does not give', async () => {
  const removed = here.actor('trainer removed this morning');
  expect(await verdict(removed, { type: mark, agoMs: -10 * minute })).toBe('forbidden');
  expect(await verdict(removed, { type: mark, agoMs: 60 * 365 * day })).toBe('forbidden');
});

/** Presses a key of the office's pages. */
async function office(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const { url } = here.server;
  const response = await fetch(`${url}/de/office/${path}`, {
    method: 'POST',
    headers: {
      origin: url,
      accept: 'application/json',
      cookie: `session=${here.club.staff.office.session}`,
      'x-sveltekit-action': 'true'
    },
    body: new URLSearchParams(fields)
  });
  const { type }: { type: string } = await response.json();
  expect(type).toBe('success');
}

test('what the office does on its pages counts from the next request on: last night stays, now is over', async () => {
  const { place, tablets, venues, staff } = here.club;
  const trainer = here.actor('trainer of the group');
  const [person, meeting] = [`progress/${place.person}`, `meeting/${place.meeting}`];
  const cursors = { [person]: 0, [meeting]: 0 };
  const lastNight = written(trainer, { type: mark, place, agoMs: 12 * hour });
  expect(await verdict(trainer, { type: mark, agoMs: 0 })).toBe('yes');

  await office(`groups/${place.group}?/change`, { name: 'Montag', venue: venues.library, course: '' });
  const answer = await ask(here.server.url, trainer, { cursors, events: [lastNight] });
  expect(answer.accepted.map(({ id }) => id)).toEqual([lastNight.id]);
  expect(answer.left).toEqual(expect.arrayContaining([person, meeting]));
  // Clocks in a room differ: five minutes are given.
  expect(await verdict(trainer, { type: mark, agoMs: -4 * minute })).toBe('yes');

  await office(`groups/${place.group}?/change`, {
    name: 'Montag',
    venue: venues.library,
    course: '',
    trainers: staff.trainer.id
  });
  const tablet = here.actor('learner on an enrolled tablet');
  await office('tablets?/lost', { id: tablets.enrolled.id });
  expect(await verdict(tablet, { type: step, agoMs: 12 * hour })).toBe('held');
  expect(await ask(here.server.url, tablet, { cursors })).toMatchObject({ streams: {}, snapshotTag: '' });
  await office('tablets?/restore', { id: tablets.enrolled.id });
  expect(await verdict(tablet, { type: step, agoMs: 12 * hour })).toBe('yes');
});

test('what was taken once is answered the same again, whatever became of its author', async () => {
  const removed = here.actor('trainer removed this morning');
  const event = written(removed, { type: mark, place: here.club.place, agoMs: 12 * hour });
  const first = await ask(here.server.url, removed, { events: [event] });
  const again = await ask(here.server.url, here.actor('visitor'), { events: [event] });
  expect(again.accepted).toEqual(first.accepted);
});
