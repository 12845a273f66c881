import { dirname } from 'node:path';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundle } from '../bundle.js';
import { median } from './numbers.js';

const rounds = 5;

/**
 * A town of 100 groups, 2,000 members, 10,000 meetings and 120,000 marks in one year: how long the built server takes for
 * each page of the office, from asking to the last byte.
 * @param {{ startServer: typeof import('../../tests/support/server.js').startServer, dataDir: string,
 *   club: import('../../tests/support/base-club-facts.js').BaseClub, told: (what: string) => void }} place
 * @returns {Promise<Record<string, number>>}
 */
export async function measureOffice({ startServer, dataDir, club, told }) {
  told('A town is written: 100 groups, 2,000 members, 10,000 meetings, 120,000 marks');
  const { fillTown, wholeTown } = await bundled('tests/load/town.ts');
  const { officeAddresses } = await bundled('tests/load/office-addresses.ts');
  const { reports, ...pages } = officeAddresses(await fillTown(dataDir, wholeTown));
  const server = await startServer({ dataDir });
  const headers = { cookie: `session=${club.office.session}` };
  /** @param {string} path */
  const ask = async (path) => {
    const begin = performance.now();
    const answer = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
    return performance.now() - begin;
  };
  /** @param {string} path */
  const timeOf = async (path) => {
    await ask(path);
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push(await ask(path));
    told(`${median(times).toFixed(0).padStart(6)} ms  ${path}`);
    return median(times);
  };
  try {
    const times = [];
    for (const address of Object.values(pages)) times.push(await timeOf(`/de/office${address}`));
    return {
      officePageMs: Math.max(...times),
      yearReportMs: Math.max(await timeOf(`/de/office${reports}`), await timeOf(`/de/office${reports}&small=hidden`))
    };
  } finally {
    await server.stop();
  }
}

/** What a file of the tests exports. @param {string} path */
async function bundled(path) {
  const file = await bundle(path);
  const found = await import(pathToFileURL(file).href);
  rmSync(dirname(file), { recursive: true });
  return found;
}
