import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../tests/support/chromium.ts';
import { openFront } from '../../tests/support/front.ts';
import { largestPage } from '../../src/lib/sync/wire.ts';
import { bundle } from '../bundle.js';

const slowerCpu = 4;
/** A month of a club: 40 people × 25 lessons × 10 steps × 2 events. */
const month = { people: 40, lessons: 25, steps: 10 };
const patienceMs = 120_000;
/** No answer with many events is smaller, packed or not. */
const smallestFullBytes = 10_000;

/**
 * @typedef {object} Place
 * @property {typeof import('../../tests/support/server.ts').startServer} startServer
 * @property {string} dataDir a club of its own: it gets 20,000 events more
 * @property {import('../../tests/support/base-club-facts.ts').BaseClub} club
 * @property {string} profiles folder for browser profiles
 */

/**
 * A tablet that was away for a month comes back, on a processor four times slower: from its first question until the
 * last of 20,000 events is kept, and the longest single piece of work that kept the page from answering.
 * @param {Place} place
 * @returns {Promise<{ catchUpMs: number, longestTaskMs: number }>}
 */
export async function measureCatchUp({ startServer, dataDir, club, profiles }) {
  const front = await openFront();
  const executablePath = await chromiumPath();
  const context = await chromium.launchPersistentContext(`${profiles}/catch-up`, {
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
    viewport: { width: 1024, height: 768 },
    locale: 'de-DE'
  });
  let server = await startServer({ dataDir });
  front.stand(server);
  try {
    await context.addCookies([{ name: 'device', value: club.tabletCookie, url: front.url }]);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${front.url}/de/who`);
    await page.getByRole('button', { name: 'Anna' }).first().waitFor();
    // As on every tablet that has been used: the app itself is there already.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.goto('about:blank');
    await server.stop();
    const events = await spendMonth({ dataDir, group: club.group, ...month });
    server = await startServer({ dataDir });
    front.stand(server);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
    await page.addInitScript(watchTasks);
    front.forget();
    await page.goto(`${front.url}/de/who`);
    await answered(front, Math.ceil(events / largestPage));
    return await page.evaluate(untilCaughtUp, { events, patienceMs });
  } finally {
    await context.close();
    await server.stop();
    await front.close();
  }
}

/** @param {import('../../tests/load/month-away.ts').MonthAway} month @returns {Promise<number>} */
async function spendMonth(month) {
  const file = await bundle('tests/load/month-away.ts');
  const { spendMonth: spend } = await import(pathToFileURL(file).href);
  const count = await spend(month);
  // The stamps of the month must not lie ahead of the server's clock.
  await pause(10);
  return count;
}

/**
 * Waits until so many full answers have gone out: whoever looks into the page's database before slows it down.
 * @param {import('../../tests/support/front.ts').Front} front
 * @param {number} wanted
 */
async function answered({ seen }, wanted) {
  const end = performance.now() + patienceMs;
  const full = () => seen.filter(({ path, bodyBytes }) => path === '/api/sync' && bodyBytes > smallestFullBytes).length;
  while (full() < wanted) {
    if (performance.now() > end) throw new Error(`Only ${full()} of ${wanted} answers went out`);
    await pause(50);
  }
}

/** In the page: notes every piece of work above 50 ms. */
function watchTasks() {
  /** @type {PerformanceEntry[]} */ const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  Reflect.set(window, 'tasks', tasks);
}

/**
 * In the page: waits until the cursors stand where the month ended.
 * @param {{ events: number, patienceMs: number }} wanted
 */
async function untilCaughtUp({ events, patienceMs }) {
  /** @type {(store: string) => Promise<{ seq: number }[]>} */
  const all = (store) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('digitaltreff');
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
      opening.onsuccess = () => {
        const asking = opening.result.transaction(store).objectStore(store).getAll();
        asking.onsuccess = () => {
          opening.result.close();
          resolve(asking.result);
        };
      };
    });
  const exchanges = () =>
    performance
      .getEntriesByType('resource')
      .flatMap((entry) =>
        entry instanceof PerformanceResourceTiming && entry.name.endsWith('/api/sync') ? [entry] : []
      );
  for (;;) {
    const sum = (await all('cursors')).reduce((total, { seq }) => total + seq, 0);
    const now = performance.now();
    if (sum >= events) {
      const begin = exchanges()[0]?.startTime ?? 0;
      await new Promise((done) => setTimeout(done, 1000));
      /** @type {PerformanceEntry[]} */ const tasks = Reflect.get(window, 'tasks');
      const during = tasks.filter(({ startTime }) => startTime >= begin && startTime <= now);
      return { catchUpMs: now - begin, longestTaskMs: Math.max(0, ...during.map(({ duration }) => duration)) };
    }
    if (now > patienceMs) throw new Error(`Only ${sum} of ${events} events arrived`);
    await new Promise((done) => setTimeout(done, 200));
  }
}
