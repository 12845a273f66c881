import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { copyBaseClub } from '../support/base-club-facts';
import { newDataDir } from '../support/server';
import { expect, test } from '../support/test';

const start = fileURLToPath(new URL('../../scripts/start.js', import.meta.url));

/** What `npm start` prints and how it ends, where it must not serve. */
function failingStart(env: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  return new Promise((done) => {
    // The runners' two wishes about colour contradict each other, and Node would say so.
    const { FORCE_COLOR: _forced, NO_COLOR: _none, ...around } = process.env;
    const child = spawn(process.execPath, [start], { env: { ...around, HOST: '127.0.0.1', ...env } });
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data));
    child.stderr.on('data', (data: Buffer) => (printed += data));
    child.once('exit', (code) => done({ code, lines: printed.trim().split('\n') }));
  });
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('a PORT that is taken is said in one line, with the way on', async () => {
  const other = createServer();
  const port = await new Promise<number>((done) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      done(typeof address === 'object' && address ? address.port : 0);
    })
  );
  const dataDir = newDataDir();
  const { code, lines } = await failingStart({ PORT: String(port), DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(lines).toEqual([
    `PORT ${port} is taken by another program. Stop that, or choose another: PORT=3001 npm start`
  ]);
  other.close();
  rmSync(dataDir, { recursive: true });
});

test('a PORT that is no number is said in one line', async () => {
  const { code, lines } = await failingStart({ PORT: 'dreitausend', DATA_DIR: '/nonexistent' });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('PORT');
});

test('a DATA_DIR that is a file is said in one line, and the file stays as it is', async () => {
  const folder = newDataDir();
  const file = join(folder, 'not-a-folder');
  writeFileSync(file, 'Urlaubsfotos');
  for (const dataDir of [file, join(file, 'below')]) {
    const { code, lines } = await failingStart({ PORT: '0', DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/DATA_DIR/);
  }
  expect(readFileSync(file, 'utf8')).toBe('Urlaubsfotos');
  rmSync(folder, { recursive: true });
});

test('a database of a newer version is said in one line, and not a byte of it changes', async () => {
  const dataDir = copyBaseClub();
  const file = join(dataDir, 'digitaltreff.sqlite');
  const db = new SqliteDatabase(file);
  db.prepare('INSERT INTO migrations (name, applied_at) VALUES (?, ?)').run('9999_from_the_future', Date.now());
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = hashOf(file);
  const { code, lines } = await failingStart({ PORT: '0', DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('newer version');
  expect(hashOf(file)).toBe(before);
  rmSync(dataDir, { recursive: true });
});

test('a damaged database is said in one line, and not a byte of it changes', async () => {
  const dataDir = newDataDir();
  const file = join(dataDir, 'digitaltreff.sqlite');
  writeFileSync(file, 'This was a database before the coffee. '.repeat(200));
  const before = hashOf(file);
  const { code, lines } = await failingStart({ PORT: '0', DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('damaged');
  expect(hashOf(file)).toBe(before);
  rmSync(dataDir, { recursive: true });
});
