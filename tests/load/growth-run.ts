import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { growth } from './growth';

const most = 1.2;

/** `npm run test:growth [-- --events 1000000 --rounds 60]`: the time of a request must hardly grow with the log. */
const { values } = parseArgs({
  options: { events: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '60' } }
});
// On the project's own disk: a temporary folder may lie in memory.
const folder = resolve('.cache/bench');
mkdirSync(folder, { recursive: true });
const grown = await growth({ folder, small: 10_000, large: Number(values.events), rounds: Number(values.rounds) });
const kinds = Object.entries(grown).map(([kind, each]) => ({ kind, ...each }));
for (const { kind, small, large, times } of kinds)
  console.log(
    `${times <= most ? '✓' : '✗'} ${kind.padEnd(10)} ${small.toFixed(2)} → ${large.toFixed(2)} ms: ${times.toFixed(2)} times`
  );
console.log(
  `10000 → ${values.events} events, at most ${Math.max(...kinds.map(({ times }) => times)).toFixed(2)} times`
);
process.exitCode = kinds.some(({ times }) => times > most) ? 1 : 0;
