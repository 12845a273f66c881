import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '$lib/base/errors';
import { openStore } from './open.server';
import { aDataDir, aStore } from '../../../tests/support/store';

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return undefined;
}

describe('opening the store', () => {
  test('a new folder gets a database with every table', () => {
    const { db } = aStore();
    const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['events', 'streams', 'migrations']));
  });

  test('what is written is safe against power cuts and is really deleted when deleted', () => {
    const { db } = aStore();
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'];
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1]);
  });

  test('opening it again keeps what is in it', () => {
    const dataDir = aDataDir();
    const first = openStore({ dataDir });
    first.db.exec("INSERT INTO incarnations (epoch) VALUES ('one')");
    first.close();
    expect(aStore(dataDir).db.prepare('SELECT epoch FROM incarnations').all()).toEqual([{ epoch: 'one' }]);
  });

  test('a database of a newer version is refused and left alone', () => {
    const dataDir = aDataDir();
    const first = openStore({ dataDir });
    first.db.exec("INSERT INTO migrations VALUES ('9999_from_the_future', 0)");
    first.close();
    const file = join(dataDir, 'digitaltreff.sqlite');
    const before = readFileSync(file);
    expect(codeOf(() => openStore({ dataDir }))).toBe('database-newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is no database is refused and left alone', () => {
    const dataDir = aDataDir();
    const file = join(dataDir, 'digitaltreff.sqlite');
    writeFileSync(file, 'This is a letter, and it is longer than the sixteen bytes of a header. '.repeat(20));
    const before = readFileSync(file);
    expect(codeOf(() => openStore({ dataDir }))).toBe('database-damaged');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a folder that cannot be made is named in one line', () => {
    const file = join(aDataDir(), 'a-file');
    writeFileSync(file, '');
    expect(() => openStore({ dataDir: join(file, 'below') })).toThrow(/^DATA_DIR .*below cannot be written to\. .*$/);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without the right to write is refused', () => {
    const dataDir = aDataDir();
    chmodSync(dataDir, 0o500);
    expect(codeOf(() => openStore({ dataDir }))).toBe('data-dir-not-writable');
    chmodSync(dataDir, 0o700);
  });
});
