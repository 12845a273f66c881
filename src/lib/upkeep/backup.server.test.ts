import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { world } from '$lib/base/world';
import { writeOperator } from '$lib/operator/settings.server';
import { deletePerson } from '$lib/privacy/deletion.server';
import { rooms } from '$lib/rooms';
import { lockFolder } from '$lib/store/lock.server';
import { openStore, type Store } from '$lib/store/open.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aClub, aWriter } from '../../../tests/support/club';
import { anEvent, anId } from '../../../tests/support/events';
import { aDataDir } from '../../../tests/support/store';
import { run as backup } from './backup.server';
import type { Command } from './command';
import { run as restore } from './restore.server';
import { run as verify } from './verify.server';

const operator = {
  name: 'Stadt Auenfurt',
  line: '',
  helpTelephone: '',
  imprint: 'Stadt Auenfurt',
  privacyContact: 'Am Markt 1'
};

function aServed() {
  const dataDir = join(aDataDir(), 'data');
  const store = openStore({ dataDir });
  const log = new EventLog(store, registry(rooms), world);
  const record = (count: number) => {
    const data = { course: 'tablet', lesson: 'one', step: `s${count}` };
    const event = anEvent({ id: anId(count), stream: 'progress/anna', type: 'step.completed', data });
    return log.append([event], { device: 'd', receivedAt: world.now() });
  };
  return { dataDir, store, log, record, file: join(dataDir, '..', 'backup.sqlite') };
}

async function said(command: (given: Command) => Promise<number>, dataDir: string, ...args: string[]) {
  const lines: string[] = [];
  const exit = await command({ dataDir, args, say: (line) => void lines.push(line) });
  return { exit, text: lines.join('\n') };
}

const eventsIn = ({ db }: Pick<Store, 'db'>) =>
  db.prepare<[], { id: string }>('SELECT id FROM events ORDER BY id').all();

test('a backup of a database in use is whole, private, and another incarnation', async () => {
  const { dataDir, store, log, record, file } = aServed();
  record(1);
  const before = world.now();
  expect((await said(backup, dataDir, file)).exit).toBe(0);
  record(2);
  const copy = new SqliteDatabase(file, { readonly: true });
  expect(eventsIn({ db: copy })).toEqual([{ id: anId(1) }]);
  const [row] = copy.prepare<[], { epoch: string; backup_at: number }>('SELECT * FROM incarnations').all();
  copy.close();
  expect(row?.epoch).not.toBe(log.epoch);
  expect(row?.backup_at).toBeGreaterThanOrEqual(before);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(store.db.prepare('SELECT epoch, backup_at FROM incarnations').all()).toEqual([
    { epoch: log.epoch, backup_at: null }
  ]);
  store.close();
});

test('a backup overwrites nothing and leaves nothing behind when it fails', async () => {
  const { dataDir, store, file } = aServed();
  writeFileSync(file, 'a letter');
  await expect(said(backup, dataDir, file)).rejects.toThrow(/there already/);
  await expect(said(backup, dataDir, join(file, 'below', 'it'))).rejects.toThrow(/cannot be written/);
  expect(readFileSync(file, 'utf8')).toBe('a letter');
  expect(readdirSync(join(dataDir, '..')).sort()).toEqual(['backup.sqlite', 'data']);
  expect((await said(backup, dataDir)).exit).toBe(1);
  store.close();
});

test('a restore brings back everything, with a new epoch each time, and keeps the database before', async () => {
  const { dataDir, store, log, record, file } = aServed();
  await writeOperator(dataDir, operator);
  record(1);
  await said(backup, dataDir, file);
  record(2);
  store.close();
  rmSync(join(dataDir, 'operator.json'));
  const first = await said(restore, dataDir, file);
  expect(first.exit).toBe(0);
  expect(first.text).toMatch(
    /with 1 events[\s\S]*is kept: .*before-.*sqlite[\s\S]*operator\.json[\s\S]*no deleted\.log/
  );
  const [kept] = readdirSync(dataDir).filter((name) => /before-.*sqlite$/.test(name));
  const old = new SqliteDatabase(join(dataDir, kept ?? ''), { readonly: true });
  expect(eventsIn({ db: old })).toHaveLength(2);
  old.close();
  expect(JSON.parse(readFileSync(join(dataDir, 'operator.json'), 'utf8'))).toEqual(operator);
  const epochs = [log.epoch, epochIn(dataDir)];
  await said(restore, dataDir, file);
  expect(new Set([...epochs, epochIn(dataDir)]).size).toBe(3);
  expect((await said(verify, dataDir)).text).toMatch(/All is well: 1 events/);
});

const databasesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sqlite'));

function epochIn(dataDir: string): string {
  const store = openStore({ dataDir });
  try {
    return new EventLog(store, registry(rooms), world).epoch;
  } finally {
    store.close();
  }
}

test('nothing is restored while a server runs on the folder, nor from what is no sound backup', async () => {
  const { dataDir, store, record, file } = aServed();
  record(1);
  await said(backup, dataDir, file);
  store.close();
  const before = databasesIn(dataDir);
  const lock = lockFolder(dataDir);
  expect(lockFolder(dataDir)).toBeUndefined();
  await expect(said(restore, dataDir, file)).rejects.toThrow(/server is running/);
  lock?.release();
  const damaged = `${file}.damaged`;
  const bytes = readFileSync(file);
  writeFileSync(damaged, Buffer.concat([bytes.subarray(0, 9000), Buffer.alloc(20_000, 7), bytes.subarray(29_000)]));
  await expect(said(restore, dataDir, damaged)).rejects.toThrow(/damaged/);
  writeFileSync(`${file}.letter`, 'A letter that is longer than a header. '.repeat(40));
  await expect(said(restore, dataDir, `${file}.letter`)).rejects.toThrow(/no backup/);
  await expect(said(restore, dataDir, join(dataDir, 'digitaltreff.sqlite'))).rejects.toThrow(/not written by/);
  await expect(said(restore, dataDir, '/nowhere')).rejects.toThrow(/no file/);
  expect(databasesIn(dataDir)).toEqual(before);
});

test('people who were deleted after the backup stay deleted, by deleted.log from its own copy', async () => {
  const { dataDir, store, log, file } = aServed();
  const writer = aWriter(store);
  const { members } = await aClub(writer);
  await said(backup, dataDir, file);
  await deletePerson(writer, log, members[0] ?? '');
  const deletedLog = readFileSync(join(dataDir, 'deleted.log'));
  store.close();
  rmSync(dataDir, { recursive: true });
  mkdirSync(dataDir);
  appendFileSync(join(dataDir, 'deleted.log'), deletedLog);
  expect((await said(restore, dataDir, file)).text).toMatch(/1 people of the backup were deleted again/);
  const restored = openStore({ dataDir });
  expect(restored.db.prepare('SELECT first_name FROM members').all()).toEqual([{ first_name: 'Bernd' }]);
  restored.close();
  expect(existsSync(`${dataDir}/digitaltreff.sqlite.coming`)).toBe(false);
});
