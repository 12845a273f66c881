import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.js';

/** @typedef {import('../tests/load/endpoint-rate.ts').EndpointRate} EndpointRate */

/**
 * How fast the server takes in events (tests/load says what exactly is measured): against bare better-sqlite3 in one
 * process, over HTTP with 30 and 200 tablets, and how the time of a request grows with the log.
 * @param {(what: string) => void} told
 * @returns {Promise<Record<string, number>>}
 */
export async function benchSync(told) {
  const folder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const [{ syncRate }, { endpointRate }, { growth }] = await Promise.all([
    load('sync-rate'),
    load('endpoint-rate'),
    load('growth')
  ]);
  told('events a second');
  const rates = await syncRate({ folder, tablets: 30, tabletsAVenue: 10, rounds: 10, pairs: 5 });
  const room = await endpointRate({ tablets: 30, rounds: 20 });
  const town = await endpointRate({ tablets: 200, rounds: 6 });
  told('growth to a million events');
  const grown = await growth({ folder, small: 10_000, large: 1_000_000, rounds: 60 });
  return {
    syncedEventsPerSecond: rates.synced,
    bareRowsPerSecond: rates.bare,
    plainRowsPerSecond: rates.plain,
    syncShare: rates.share,
    plainShare: rates.plainShare,
    ...named('room', room),
    ...named('town', town),
    ...Object.fromEntries(
      Object.entries(grown).flatMap(([kind, { small, large, times }]) => [
        [`${kind}SmallMs`, small],
        [`${kind}LargeMs`, large],
        [`${kind}Times`, times]
      ])
    )
  };
}

/** @param {string} name */
async function load(name) {
  return import(pathToFileURL(await bundle(`tests/load/${name}.ts`)).href);
}

/** @param {string} who @param {EndpointRate} rate @returns {Record<string, number>} */
function named(who, { events, p50, p95, p99, memoryMb, mostMemoryMb }) {
  return {
    [`${who}EventsPerSecond`]: events,
    [`${who}P50Ms`]: p50,
    [`${who}P95Ms`]: p95,
    [`${who}P99Ms`]: p99,
    [`${who}ServerMb`]: memoryMb,
    [`${who}ServerMostMb`]: mostMemoryMb
  };
}
