import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import SqliteDatabase from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { restoreTablet, revokeTablet } from '$lib/access/tablet.server';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { addMember } from '$lib/club/members.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { localSignals } from '$lib/sync/signals.server';
import { anEvent } from '../support/events';
import { aLiveServer, type Ear } from '../support/live';
import { aStore } from '../support/store';
import { allRooms } from '../support/sync-server';

const step = { course: 'tablet', lesson: 'one', step: 'a' };

function aStep(person = ''): SyncEvent {
  const by = `person/${person}`;
  return anEvent({ id: newId(world), stream: `progress/${person}`, type: 'step.completed', by, data: step });
}

const take = (log: EventLog, ...events: SyncEvent[]) =>
  log.append(events, { device: 'browser', receivedAt: world.now() });

/** All that somebody heard: the newest seq of each stream. */
const streamsOf = ({ heard }: Ear) => Object.assign({}, ...heard.map(({ streams }) => streams)) as object;

const clubNews = ({ heard }: Ear) => heard.filter(({ club }) => club).length;

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

test('200 connected tablets all hear of a tap within a second, and cost little', async () => {
  const { addVenue, listen, log, hub } = await aLiveServer();
  const { cookies, members } = await addVenue('Montag', 200);
  const before = heapBytes();
  const ears: Ear[] = [];
  for (const cookie of cookies) ears.push(await listen(cookie));
  expect(hub.count).toBe(200);
  // Both ends of each connection live in this process.
  expect((heapBytes() - before) / 200).toBeLessThan(150_000);
  const tappedAt = performance.now();
  take(log, aStep(members[0]));
  await vi.waitFor(
    () => {
      for (const ear of ears) expect(streamsOf(ear)).toEqual({ [`progress/${members[0]}`]: 1 });
    },
    { timeout: 5000, interval: 5 }
  );
  expect(performance.now() - tappedAt).toBeLessThan(1000);
  for (let tap = 0; tap < 300; tap += 1) take(log, aStep(members[tap % 2]));
  await vi.waitFor(
    () => {
      for (const ear of ears)
        expect(streamsOf(ear)).toEqual({ [`progress/${members[0]}`]: 151, [`progress/${members[1]}`]: 150 });
    },
    { timeout: 5000, interval: 20 }
  );
  // A burst is told in few messages, not in 300 each.
  expect(Math.max(...ears.map(({ heard }) => heard.length))).toBeLessThan(30);
});

test('a tablet hears nothing of another venue', async () => {
  const { addVenue, listen, log } = await aLiveServer();
  const [here, there] = [await addVenue('Montag', 1), await addVenue('Freitag', 1)];
  const [own, other] = [await listen(here.cookies[0] ?? ''), await listen(there.cookies[0] ?? '')];
  const opened = anEvent({
    id: newId(world),
    stream: `meeting/${here.meeting}`,
    type: 'meeting.opened',
    by: 'staff/eva',
    data: { group: here.group, date: here.meeting.slice(-10) }
  });
  const private_ = anEvent({
    id: newId(world),
    stream: `learner/${here.members[0]}`,
    type: 'answer.given',
    by: `person/${here.members[0]}`,
    data: { ...step, item: 'q', value: 1 }
  });
  take(log, aStep(here.members[0]), opened, private_);
  take(log, aStep(there.members[0]));
  await vi.waitFor(() => expect(streamsOf(other)).toEqual({ [`progress/${there.members[0]}`]: 1 }));
  await vi.waitFor(() =>
    expect(Object.keys(streamsOf(own)).sort()).toEqual([`meeting/${here.meeting}`, `progress/${here.members[0]}`])
  );
  expect(JSON.stringify(other.heard)).not.toContain(here.meeting);
});

test('a revoked tablet is told once to ask, then its connection ends, and no other comes in', async () => {
  const { addVenue, listen, log, hub, writer } = await aLiveServer();
  const { cookies, members } = await addVenue('Montag', 2);
  const [mine, stays] = [await listen(cookies[0] ?? ''), await listen(cookies[1] ?? '')];
  await revokeTablet(writer, { tablet: (cookies[0] ?? '').split('.')[0] ?? '', lost: true });
  // The signal is sent only when rights have been looked at: it must not slip through before.
  take(log, aStep(members[0]));
  await vi.waitFor(() => expect(mine.ended()).toBe(true), { timeout: 3000 });
  expect(streamsOf(mine)).toEqual({});
  expect(clubNews(mine)).toBe(1);
  await vi.waitFor(() => expect(streamsOf(stays)).toEqual({ [`progress/${members[0]}`]: 1 }));
  expect(hub.count).toBe(1);
  expect((await listen(cookies[0] ?? '')).status).toBe(401);
  await restoreTablet(writer, (cookies[0] ?? '').split('.')[0] ?? '');
  expect((await listen(cookies[0] ?? '')).status).toBe(200);
});

test('a member whom the office adds is news for the tablets of that venue alone, and then their place is heard of', async () => {
  const { addVenue, listen, log, writer } = await aLiveServer();
  const [here, there] = [await addVenue('Montag', 1), await addVenue('Freitag', 1)];
  const [own, other] = [await listen(here.cookies[0] ?? ''), await listen(there.cookies[0] ?? '')];
  const carla = await addMember(writer, { firstName: 'Carla', initial: 'M', picture: 'tulip', group: here.group });
  await vi.waitFor(() => expect(clubNews(own)).toBe(1), { timeout: 3000 });
  take(log, aStep(carla));
  await vi.waitFor(() => expect(streamsOf(own)).toEqual({ [`progress/${carla}`]: 1 }));
  expect(other.heard).toEqual([]);
  expect(JSON.stringify(own.heard)).not.toContain('Carla');
});

test('the newest connection of a browser takes over, and one tablet holds no more than eight', async () => {
  const { addVenue, listen, hub } = await aLiveServer();
  const { cookies } = await addVenue('Montag', 1);
  const [cookie = ''] = cookies;
  const first = await listen(cookie, '/one');
  await listen(cookie, '/one');
  await vi.waitFor(() => expect(first.ended()).toBe(true));
  expect(first.heard.at(-1)).toEqual({ streams: {}, over: true });
  for (let browser = 0; browser < 20; browser += 1) await listen(cookie, `/${browser}`);
  expect(hub.count).toBe(8);
});

test('who hangs up is forgotten, and when the server stops all are let go at once', async () => {
  const { addVenue, listen, hub } = await aLiveServer();
  const { cookies } = await addVenue('Montag', 3);
  const ears: Ear[] = [];
  for (const cookie of cookies) ears.push(await listen(cookie));
  ears[0]?.hangUp();
  await vi.waitFor(() => expect(hub.count).toBe(2));
  hub.close();
  await vi.waitFor(() => expect(ears.every((ear) => ear.ended())).toBe(true));
  expect(hub.count).toBe(0);
  expect((await listen(cookies[0] ?? '')).status).toBe(401);
});

test('what is signalled is on disk already; what was not taken is not signalled', () => {
  const store = aStore();
  const signals = localSignals();
  const log = new EventLog(store, allRooms, world, signals);
  const file = new SqliteDatabase(join(store.dataDir, 'digitaltreff.sqlite'), { readonly: true });
  const onDisk = file.prepare<[string], { n: number }>('SELECT count(*) AS n FROM events WHERE stream = ?');
  const seen: { seq: number; onDisk: number | undefined }[] = [];
  signals.subscribe((changes) => {
    for (const { stream, seq } of changes) seen.push({ seq, onDisk: onDisk.get(stream)?.n });
  });
  const one = aStep('anna');
  take(log, one, aStep('anna'));
  take(log, { ...one, data: { ...step, step: 'other' } });
  file.close();
  expect(seen).toEqual([{ seq: 2, onDisk: 2 }]);
});
