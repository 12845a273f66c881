import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isWorkerOff, switchWorker } from '../../scripts/worker-switch.js';

it('remembers in the data folder that the worker is off, until it is switched on again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'digitaltreff-switch-'));
  expect(isWorkerOff(dataDir)).toBe(false);
  switchWorker(dataDir, true);
  switchWorker(dataDir, true);
  expect(isWorkerOff(dataDir)).toBe(true);
  switchWorker(dataDir, false);
  switchWorker(dataDir, false);
  expect(isWorkerOff(dataDir)).toBe(false);
});
