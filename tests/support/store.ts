import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '$lib/store/open.server';

/** A folder of its own for one test; it goes with the test. */
export function aDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'digitaltreff-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** A real, empty, migrated database for one test. */
export function aStore(dataDir: string = aDataDir()): Store {
  const store = openStore({ dataDir });
  onTestFinished(() => store.close());
  return store;
}
