// npm run worker -- off | on | status: the kill switch for a service worker with a fatal mistake (docs/operate.md).
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWorkerOff, switchWorker } from './worker-switch.js';

const dataDir = resolve(process.env.DATA_DIR ?? fileURLToPath(new URL('../data', import.meta.url)));
const wish = process.argv[2] ?? 'status';

if (!['off', 'on', 'status'].includes(wish)) {
  console.error(`"${wish}" is not known. Use: npm run worker -- off, npm run worker -- on, npm run worker -- status`);
  process.exit(1);
}
try {
  if (wish !== 'status') switchWorker(dataDir, wish === 'off');
} catch {
  console.error(`DATA_DIR is "${dataDir}". That folder can't be written to. Nothing was changed.`);
  process.exit(1);
}
console.log(
  isWorkerOff(dataDir)
    ? 'The service worker is off. Each tablet leaves it at its next page with a network. Loaded courses and progress stay.'
    : 'The service worker is on. Tablets keep lessons for the time without a network.'
);
