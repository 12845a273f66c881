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
  const file = await bundle('tests/load/town.ts');
  const { fillTown, townYear, wholeTown } = await import(pathToFileURL(file).href);
  const town = await fillTown(dataDir, wholeTown);
  rmSync(dirname(file), { recursive: true });
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
    const year = `year=${townYear}`;
    const pages = [
      ...['', '/venues', '/groups', '/members', '/members/import', '/guests', '/meetings', '/meetings/series'],
      ...['/meetings/calendar', '/staff', '/tablets', '/held', '/settings', '/barriers'],
      ...[`/groups/${town.group}`, `/members/${town.member}`, `/meetings/${town.meeting}`],
      ...[`/reports/${town.group}?${year}`, `/reports/${town.group}/certificates?${year}`],
      `/meetings?from=${townYear}-01-01`
    ];
    const times = [];
    for (const path of pages) times.push(await timeOf(`/de/office${path}`));
    return {
      officePageMs: Math.max(...times),
      yearReportMs: Math.max(
        await timeOf(`/de/office/reports?${year}`),
        await timeOf(`/de/office/reports?${year}&small=hidden`)
      )
    };
  } finally {
    await server.stop();
  }
}
