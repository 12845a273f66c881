import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { formatStamp } from '$lib/base/clock';
import { clubRights } from '$lib/club/rights.server';
import { findMember } from '$lib/club/members.server';
import { snapshotFor } from '$lib/club/snapshot.server';
import { rooms } from '$lib/rooms';
import type { Store } from '$lib/store/open.server';
import { deletedLogFile } from '$lib/store/deleted-log.server';
import { personHash } from '$lib/sync/deletion.server';
import type { SyncEvent } from '$lib/sync/event';
import { exchange } from '$lib/sync/exchange.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { answerSchema, protocol, type ExchangeRequest } from '$lib/sync/wire';
import { run as verify } from '$lib/upkeep/verify.server';
import { aClub, aStaff, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';
import { deletePerson, replayDeletions } from '$lib/privacy/deletion.server';
import { portraitOf } from '$lib/privacy/portrait.server';

const all = registry(rooms);
const secretWord = 'Hüftoperation';

/** A club where Anna learned, answered, and was excused with a reason in words; Bernd too. */
async function aClubWithPast() {
  const store = aStore();
  const writer = aWriter(store);
  const office = await aStaff(writer, { username: 'leitung', role: 'office' });
  const { venue, group, members } = await aClub(writer);
  const [anna = '', bernd = ''] = members;
  const log = new EventLog(store, all, writer.world);
  const meeting = `meeting/${group}.2026-11-24`;
  const place = { course: 'tablet-basics', lesson: 'one', step: 'a' };
  const mark = (id: number, person: string): SyncEvent =>
    made(id, meeting, 'attendance.marked', { person, status: 'excused', reason: secretWord }, `staff/${office}`);
  const made = (id: number, stream: string, type: string, data: unknown, by: string): SyncEvent =>
    anEvent({
      id: anId(id),
      stream,
      type,
      data,
      by,
      at: formatStamp({ ms: writer.world.now(), counter: id, device: 'd' })
    });
  const events = [
    made(1, `progress/${anna}`, 'step.completed', place, `person/${anna}`),
    made(2, `learner/${anna}`, 'answer.given', { ...place, choice: 1, right: true }, `person/${anna}`),
    made(3, `progress/${bernd}`, 'step.completed', place, `person/${bernd}`),
    mark(4, anna),
    mark(5, bernd)
  ];
  log.append(events, { device: 'd', receivedAt: writer.world.now() });
  const tablet = { kind: 'device', tablet: { id: 'tablet', venue, enrolledAt: 0 } } as const;
  const send = async (sent: readonly SyncEvent[], { cursors = {}, actor = tablet as Actor } = {}) => {
    const now = writer.world.now();
    const rights = clubRights(store, { actor, grants: [], now });
    const request: ExchangeRequest = { protocol, device: 'd', cursors, grants: [], gone: [], events: [...sent] };
    return v.parse(answerSchema, JSON.parse((await exchange({ log, registry: all, rights, request, now })).toString()));
  };
  return { store, writer, log, anna, bernd, meeting, events, tablet, send, office, mark };
}

async function findings({ dataDir }: Store): Promise<string[]> {
  const lines: string[] = [];
  await verify({ dataDir, args: [], say: (line) => void lines.push(line) });
  return lines;
}

const textIn = ({ dataDir }: Store): string =>
  ['', '-wal'].map((end) => readFileSync(join(dataDir, `digitaltreff.sqlite${end}`), 'latin1')).join('');

test('a deleted person is gone from every table and from the file, and nothing of anybody else is', async () => {
  const { store, writer, log, anna, bernd } = await aClubWithPast();
  const receipt = await deletePerson(writer, log, anna);
  expect(receipt).toMatchObject({ progress: 1, learner: 1, marks: 1, number: personHash(anna).slice(0, 12) });
  const streams = store.db.prepare('SELECT stream, last, gone_at IS NOT NULL AS gone FROM streams WHERE stream GLOB ?');
  expect(streams.all(`*/${anna}`)).toMatchObject([{ gone: 1 }, { gone: 1 }]);
  expect(streams.all(`*/${bernd}`)).toMatchObject([{ last: 1, gone: 0 }]);
  expect(await findMember(store, anna, 'all')).toBeUndefined();
  expect(await findMember(store, bernd, 'all')).toBeDefined();
  const rest = store.db.prepare<[string], { data: string }>('SELECT data FROM events WHERE instr(data, ?) > 0');
  expect(rest.all(anna).map(({ data }) => JSON.parse(data))).toEqual([{ person: anna, status: 'excused' }]);
  expect(rest.all(bernd)).toHaveLength(1);
  expect(await findings(store)).toEqual(['All is well: 3 events in 4 streams.']);
});

test("a person's own notes, questions and reviews are told to them, and go with them", async () => {
  const { store, writer, log, anna } = await aClubWithPast();
  const place = { course: 'tablet-basics', lesson: 'one', step: 'a' };
  const own = [
    ['learner', 'note.written', { ...place, text: 'mit dem Daumen' }],
    ['progress', 'question.asked', { ...place, words: 'Wie fest?' }],
    ['learner', 'review.answered', { ...place, how: 'forgotten' }]
  ] as const;
  const events = own.map(([kind, type, data], index) =>
    anEvent({ id: anId(20 + index), stream: `${kind}/${anna}`, type, data, by: `person/${anna}` })
  );
  log.append(events, { device: 'd', receivedAt: writer.world.now() });
  const told = JSON.stringify(portraitOf(store, all, anna));
  for (const words of ['mit dem Daumen', 'Wie fest?', 'forgotten']) expect(told).toContain(words);
  await deletePerson(writer, log, anna);
  for (const words of ['mit dem Daumen', 'Wie fest?', 'forgotten']) expect(textIn(store)).not.toContain(words);
});

test('no page of the file and of its write-ahead log keeps the words', async () => {
  const { store, writer, log, anna, bernd } = await aClubWithPast();
  const words = Buffer.from(secretWord).toString('latin1');
  expect(textIn(store)).toContain(words);
  await deletePerson(writer, log, anna);
  await deletePerson(writer, log, bernd);
  expect(textIn(store)).not.toContain(words);
  expect(textIn(store)).not.toContain('Anna');
});

test('tablets are told, their snapshot loses the person, and what they still send is refused as gone', async () => {
  const { store, writer, log, anna, tablet, send, events } = await aClubWithPast();
  const cursors = { [`progress/${anna}`]: 1, [`learner/${anna}`]: 1 };
  await send([], { cursors });
  await deletePerson(writer, log, anna);
  const [step] = events;
  const answer = await send(step ? [{ ...step, id: anId(9) }] : [], { cursors });
  expect([...answer.gone].sort()).toEqual(Object.keys(cursors).sort());
  expect(answer.refused).toEqual([{ id: anId(9), code: 'gone' }]);
  expect(answer.accepted).toEqual([]);
  const snapshot = await snapshotFor(store, { actor: tablet, now: writer.world.now() });
  expect(snapshot?.snapshot.members.map(({ firstName }) => firstName)).toEqual(['Bernd']);
  expect(answer.snapshot?.members.map(({ firstName }) => firstName)).toEqual(['Bernd']);
});

test('a tablet that asks for the place alone is told of the answers as well: it may still keep some', async () => {
  const { writer, log, anna, bernd, send } = await aClubWithPast();
  await deletePerson(writer, log, anna);
  for (const stream of [`progress/${anna}`, `learner/${anna}`]) {
    const answer = await send([], { cursors: { [stream]: 1, [`progress/${bernd}`]: 1 } });
    expect([...answer.gone].sort()).toEqual([`learner/${anna}`, `progress/${anna}`]);
  }
});

test('a mark about a deleted person that arrives later, or again, comes in without its words', async () => {
  const { store, writer, log, anna, send, office, mark } = await aClubWithPast();
  await deletePerson(writer, log, anna);
  const actor: Actor = { kind: 'staff', staff: office, role: 'office' };
  const answer = await send([mark(4, anna), mark(6, anna)], { actor });
  expect(answer.accepted.map(({ id, seq }) => ({ id, seq }))).toEqual([
    { id: anId(4), seq: 1 },
    { id: anId(6), seq: 3 }
  ]);
  const kept = store.db.prepare<[], { data: string }>("SELECT data FROM events WHERE type = 'attendance.marked'").all();
  expect(kept.filter(({ data }) => data.includes(anna) && data.includes(secretWord))).toEqual([]);
});

test('a mark that waits for its commit while its person is deleted comes in without its words', async () => {
  const { store, writer, log, anna, mark } = await aClubWithPast();
  const queued = log.appendWithOthers([log.withoutDeleted(mark(6, anna))], { device: 'd', receivedAt: 1 });
  await deletePerson(writer, log, anna);
  expect(await queued).toMatchObject([{ id: anId(6), seq: 3 }]);
  const words = store.db.prepare<[string], { id: string }>('SELECT id FROM events WHERE instr(data, ?) > 0');
  expect(words.all(secretWord).map(({ id }) => id)).toEqual([anId(5)]);
});

test('deleted.log names nobody, is readable by its owner alone, and outlives a torn line', async () => {
  const { store, writer, log, anna, bernd } = await aClubWithPast();
  appendFileSync(deletedLogFile(store.dataDir), '2026-11-24T09:00:00.000Z 0123');
  await deletePerson(writer, log, anna);
  await deletePerson(writer, log, bernd);
  const text = readFileSync(deletedLogFile(store.dataDir), 'utf8');
  expect(text).not.toContain(anna);
  expect(text).toContain(`2026-11-24T09:00:00.000Z ${personHash(anna)}\n`);
  expect(text).toContain(personHash(bernd));
  rmSync(deletedLogFile(store.dataDir));
  const other = await aClubWithPast();
  await deletePerson(other.writer, other.log, other.anna);
  expect(statSync(deletedLogFile(other.store.dataDir)).mode & 0o777).toBe(0o600);
});

test('the line is on disk before the deletion is: a crash in between is made good at the next start', async () => {
  const { store, writer, log, anna, bernd } = await aClubWithPast();
  // The last statement of the transaction fails, as a full disk would make it.
  store.db.exec(`CREATE TRIGGER full BEFORE INSERT ON audit_lines WHEN NEW.action = 'person.deleted'
    BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
  await expect(deletePerson(writer, log, anna)).rejects.toThrow('disk is full');
  expect(await findMember(store, anna, 'all')).toBeDefined();
  store.db.exec('DROP TRIGGER full');
  appendFileSync(deletedLogFile(store.dataDir), `2026-11-24T09:00:00.000Z ${personHash(anna)}\n`);
  expect(replayDeletions(writer, log)).toBe(1);
  expect(replayDeletions(writer, log)).toBe(0);
  expect(await findMember(store, anna, 'all')).toBeUndefined();
  expect(await findMember(store, bernd, 'all')).toBeDefined();
});

test('whom a restored database never knew is gone all the same, once deleted.log names them', async () => {
  const { store, writer, log, send } = await aClubWithPast();
  const zoe = '01900000-0000-7000-8000-0000000000ff';
  store.db.exec('UPDATE incarnations SET backup_at = 1, restored_at = 2');
  appendFileSync(deletedLogFile(store.dataDir), `2026-11-24T09:00:00.000Z ${personHash(zoe)}\n`);
  replayDeletions(writer, log);
  const step = anEvent({
    id: anId(9),
    stream: `progress/${zoe}`,
    by: `person/${zoe}`,
    type: 'step.completed',
    data: { course: 'tablet-basics', lesson: 'one', step: 'a' }
  });
  const answer = await send([step], { cursors: { [`progress/${zoe}`]: 4 } });
  expect(answer.refused).toEqual([{ id: anId(9), code: 'gone' }]);
  expect(answer.gone).toEqual([`progress/${zoe}`, `learner/${zoe}`]);
});
