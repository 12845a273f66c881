import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCards, takeIn } from '$lib/access/cards.server';
import { setPictureCode } from '$lib/access/picture-codes.server';
import { noteHandOut } from '$lib/audit/looks.server';
import { mergeMembers } from '$lib/club/merge.server';
import { keepPhone, keepPhotoConsent } from '$lib/club/consents.server';
import { addMember, changeMember } from '$lib/club/members.server';
import { waitForPlace } from '$lib/club/waiting.server';
import { deletePerson } from '$lib/privacy/deletion.server';
import { personTables, portraitOf } from '$lib/privacy/portrait.server';
import { rooms } from '$lib/rooms';
import type { Store } from '$lib/store/open.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { tableName } from '$lib/sync/rebuild.server';
import { registry } from '$lib/sync/registry';
import { run as backup } from '$lib/upkeep/backup.server';
import { run as verify } from '$lib/upkeep/verify.server';
import { aClub, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { decisions } from '../support/person-columns';
import { aLoan, anEnrolledTablet } from '../support/loan';
import { aDataDir, aStore } from '../support/store';

const all = registry(rooms);
const derived = all.projections.map(tableName);

/** Words that stand nowhere but in what is kept of Anna. */
const words = [
  'Annegretchen',
  'Annegrätchen',
  '0911 77 66 55',
  'Sagte-Anna-Ja',
  'Knieprellung',
  'Schwarzwaldreise',
  'Annekathrein',
  'Annakramer'
];

/** A club that knows Anna by two entries, and in every table that can name somebody. Bernd as well. */
async function aFullClub() {
  const writer = aWriter(aStore());
  const { store } = writer;
  const log = new EventLog(store, all, writer.world);
  const { venue, group, members } = await aClub(writer, { people: ['Annegretchen', 'Bernd'] });
  const [anna = '', bernd = ''] = members;
  const other = await addMember(writer, { firstName: 'Annegrätchen', initial: 'K', picture: 'owl', group });
  const second = (await aClub(writer, { name: 'Freitag', people: [] })).group;
  await mergeMembers(writer, { person: other, kept: anna });
  const yes = { wording: () => 'Sagte-Anna-Ja', givenOn: '2026-11-24' };
  await keepPhone(writer, { member: anna, phone: '0911 77 66 55', purposes: ['phone-absence'], ...yes });
  await keepPhotoConsent(writer, { member: anna, purposes: ['photo-press'], ...yes });
  await makeCards(writer, [anna, other]);
  takeIn(writer, { member: anna, own: true });
  await setPictureCode(writer, { member: anna, pictures: ['key', 'owl', 'star', 'teapot'] });
  await waitForPlace(writer, { member: anna, group: second });
  await changeMember(writer, { id: anna, firstName: 'Annekathrein', initial: 'K', picture: 'tulip' });
  await changeMember(writer, { id: anna, firstName: 'Annegretchen', initial: 'K', picture: 'tulip' });
  store.db
    .prepare(`INSERT INTO sealed_persons VALUES (?, 'Annegretchen', 'K', 'Annakramer', '2026-12-24', 1, '')`)
    .run(anna);
  noteHandOut(writer, `person/${anna}`);
  const meeting = `meeting/${group}.2026-11-24`;
  const note = 'Knieprellung, Schwarzwaldreise';
  const place = { course: 'tablet-basics', lesson: 'one', step: 'a' };
  const made = (id: number, event: Partial<SyncEvent> & Pick<SyncEvent, 'stream' | 'type' | 'data'>) =>
    anEvent({ id: anId(id), by: 'staff/otto', ...event });
  const about = (first: number, person: string): SyncEvent[] => [
    made(first, { stream: `progress/${person}`, type: 'step.completed', by: `person/${person}`, data: place }),
    made(first + 1, {
      stream: `learner/${person}`,
      type: 'answer.given',
      by: `person/${person}`,
      data: { ...place, choice: 1, right: true }
    }),
    made(first + 2, { stream: meeting, type: 'attendance.marked', data: { person, status: 'excused', note } }),
    made(first + 3, { stream: meeting, type: 'guest.added', data: { person, firstName: 'Annegretchen' } })
  ];
  log.append([...about(1, anna), ...about(11, other)], { device: 'd', receivedAt: 1 });
  const held = { reason: 'lost-device', sender: 'tablet/t', device: 'd', receivedAt: 1 } as const;
  about(21, anna).forEach((event) => log.quarantine.hold(event, held));
  store.db.prepare('INSERT INTO member_imports (id, at, by) VALUES (?, 0, ?)').run('i', 'staff/otto');
  store.db
    .prepare(`INSERT INTO imported_members (import, member, "group", kind) VALUES ('i', ?, ?, 'joined')`)
    .run(anna, group);
  await aLoan(writer, { ...(await anEnrolledTablet(writer, { venue })), member: anna });
  log.quarantine.report([`progress/${anna}`], { sender: 'tablet/t', at: 1 });
  return { writer, store, log, anna, other, bernd, meeting };
}

/** Every byte that lies in a folder, as text of one character a byte. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

const foundIn = (text: string): string[] => words.filter((word) => text.includes(Buffer.from(word).toString('latin1')));

async function aBackup({ dataDir }: Store): Promise<string> {
  const folder = aDataDir();
  const exit = await backup({ dataDir, args: [join(folder, 'backup.sqlite')], say: () => undefined });
  expect(exit).toBe(0);
  return bytesIn(folder);
}

/** By table and column, where the rows name a person. */
function namedIn({ db }: Store, id: string): string[] {
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const found = tables.flatMap(({ name }) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .all()
      .flatMap((row) => Object.entries(row).filter(([, value]) => String(value).includes(id)))
      .map(([column]) => `${name}.${column}`)
  );
  return [...new Set(found)].sort();
}

test('who was deleted stands in no table, no file of the folder and no backup that is made afterwards', async () => {
  const { writer, store, log, anna, other, bernd } = await aFullClub();
  // The club knows her everywhere, or this test would find nothing because nothing was there.
  const [portrait] = portraitOf(store, all, anna);
  expect(Object.keys(portrait?.tables ?? {}).sort()).toEqual(Object.keys(personTables).sort());
  expect(foundIn(bytesIn(store.dataDir))).toEqual(words);
  expect(foundIn(await aBackup(store))).toEqual(words);

  await deletePerson(writer, log, anna);

  expect(foundIn(bytesIn(store.dataDir))).toEqual([]);
  expect(foundIn(await aBackup(store))).toEqual([]);
  const decided = decisions(derived);
  for (const id of [anna, other]) {
    const kinds = namedIn(store, id).map((name) => {
      const [table = '', column = ''] = name.split('.');
      return [name, decided.get(table)?.get(column)] as const;
    });
    expect(kinds.filter(([, kind]) => kind !== 'id' && kind !== 'words')).toEqual([]);
  }
  expect(namedIn(store, bernd)).toContain('members.id');
  const lines: string[] = [];
  await verify({ dataDir: store.dataDir, args: [], say: (line) => void lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^All is well/)]);
});

test('what still waits for the office says nothing of them in words any more', async () => {
  const { writer, store, log, anna } = await aFullClub();
  await deletePerson(writer, log, anna);
  const waiting = log.quarantine.waiting(10).map(({ event: { type, data } }) => ({ type, data }));
  expect(waiting).toEqual([
    { type: 'attendance.marked', data: { person: anna, status: 'excused' } },
    { type: 'guest.added', data: { person: anna } }
  ]);
  expect(store.db.prepare('SELECT 1 FROM held_events WHERE decided_at IS NULL').all()).toHaveLength(2);
});
