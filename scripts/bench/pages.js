import { setTimeout as pause } from 'node:timers/promises';
import { openFront } from '../../tests/support/front.ts';
import { median, quantile, several } from './numbers.js';
import { measurePhone } from './phone.js';
import { noteWhenUsable, scriptsUntilUsable } from './usable.js';
import { inBrowser, largestPaint, paint, slowed, watchWire } from './visit.js';

const lesson = '/de/courses/tablet-basics/know-your-tablet';
const rounds = 5;
/** So long without a request: the worker has what it wants. */
const quietMs = 2500;
/** A second tap within 400 ms counts as a tremble. */
const betweenTapsMs = 500;
/** So long a finger rests on the glass; the next step comes when it leaves it. */
const restsMs = 80;

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {Awaited<ReturnType<typeof import('../../tests/support/server.ts').startServer>>} TestServer
 * @typedef {object} Place
 * @property {typeof import('../../tests/support/server.ts').startServer} startServer
 * @property {string} dataDir
 * @property {import('../../tests/support/base-club-facts.ts').BaseClub} club
 * @property {string} profiles folder for browser profiles
 * @property {(what: string) => void} told what is being measured now
 */

/** Everything that is measured in a real browser. @param {Place} place @returns {Promise<Record<string, number>>} */
export async function measurePages({ startServer, dataDir, club, profiles, told }) {
  const server = await startServer({ dataDir });
  const visit = (/** @type {string} */ name) => {
    told(name);
    return (/** @type {(page: Page) => Promise<any>} */ work) => (/** @type {number} */ round) =>
      inBrowser(`${profiles}/${name}-${round}`, work);
  };
  try {
    const weights = await several(
      3,
      visit('weight')((page) => weigh(page, server))
    );
    const lessonPaints = await several(
      rounds,
      visit('lesson')((page) => paint(page, server.url + lesson))
    );
    const asTrainer = { name: 'session', value: club.trainer.session, url: server.url };
    const meetingPaints = await several(
      rounds,
      visit('meeting')(async (page) => {
        await page.context().addCookies([asTrainer]);
        return paint(page, `${server.url}/de/club/meetings/${club.meeting}`);
      })
    );
    const onPhone = await measurePhone({ server, profiles, told });
    const steps = await several(
      3,
      visit('steps')((page) => stepTimes(page, server))
    );
    const reloads = await visit('offline')((page) => offlineReloads(page, startServer))(0);
    return {
      lessonKb: median(weights.map(({ pageBytes }) => pageBytes)) / 1000,
      lessonScriptKb: median(weights.map(({ scriptBytes }) => scriptBytes)) / 1000,
      workerKb: median(weights.map(({ workerBytes }) => workerBytes)) / 1000,
      lessonPaintMs: median(lessonPaints),
      meetingPaintMs: median(meetingPaints),
      ...onPhone,
      stepMs: quantile(steps.flat(), 0.95),
      offlineReloadMs: median(reloads)
    };
  } finally {
    await server.stop();
  }
}

/** What a first visit brings over the wire, headers included, and what the worker fetches besides. @param {Page} page @param {TestServer} server */
async function weigh(page, server) {
  const front = await openFront();
  front.stand(server);
  const seen = await watchWire(page, front.url);
  await page.addInitScript(noteWhenUsable);
  await page.goto(front.url + lesson);
  await page.locator('.player.live').waitFor();
  await page.waitForLoadState('networkidle');
  const scriptBytes = await page.evaluate(scriptsUntilUsable);
  const pageBytes = [...seen.values()].reduce((all, { bytes }) => all + bytes, 0);
  const workerBytes = await workerFetched(page, { front, ofPage: [...seen.values()].map(({ path }) => path) });
  await front.close();
  return { pageBytes, scriptBytes, workerBytes };
}

/** Asks the page until it says yes. @param {Page} page @param {(path: string) => Promise<boolean>} question */
async function until(page, question) {
  while (!(await page.evaluate(question, lesson))) await pause(200);
}

/** In the page: whether its worker runs; the app starts it when the page is at rest. */
async function hasWorker() {
  return Boolean((await navigator.serviceWorker.getRegistration())?.active);
}

/**
 * @param {Page} page
 * @param {{ front: Awaited<ReturnType<typeof openFront>>, ofPage: string[] }} asked
 * @returns {Promise<number>} bytes that went through the front and not to the page itself
 */
async function workerFetched(page, { front, ofPage }) {
  await until(page, hasWorker);
  for (let before = -1; before !== front.seen.length;) {
    before = front.seen.length;
    await pause(quietMs);
  }
  const left = [...ofPage];
  return front.seen
    .filter(({ path }) => {
      const place = left.indexOf(path);
      if (place >= 0) left.splice(place, 1);
      return place < 0;
    })
    .reduce((all, { bodyBytes }) => all + bodyBytes, 0);
}

/** Taps through three lessons. @param {Page} page @param {TestServer} server @returns {Promise<number[]>} milliseconds from each tap to the next step on the screen */
async function stepTimes(page, server) {
  // The worker fetches what it keeps while the first step is read: on two cores that is the time of nobody's tap.
  await page.goto(server.url + lesson);
  await until(page, isKept);
  await pause(quietMs);
  await slowed(page);
  const times = [];
  for (const id of ['know-your-tablet', 'tap-swipe-scroll', 'bigger-and-louder']) {
    await page.goto(`${server.url}/de/courses/tablet-basics/${id}`);
    await page.locator('.player.live').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(watchTaps);
    const steps = await page.locator('.step').count();
    for (let step = 1; step < steps; step += 1) {
      await page.locator('[data-primary]').click({ delay: restsMs });
      times.push(await page.evaluate(() => Reflect.get(window, 'tapped')));
      await pause(betweenTapsMs);
    }
  }
  return times;
}

/** In the page: from a tap until the frame with another step is on the screen. */
function watchTaps() {
  const shown = () => document.querySelector('.step.current')?.id;
  const onTap = (/** @type {MouseEvent} */ { timeStamp }) => {
    const before = shown();
    const painted = new Promise((done) => {
      const look = () => {
        if (shown() === before) return requestAnimationFrame(look);
        // A message posted in a frame's callback arrives when that frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - timeStamp);
        return port2.postMessage('');
      };
      requestAnimationFrame(look);
    });
    Reflect.set(window, 'tapped', painted);
  };
  addEventListener('click', onTap, { capture: true });
}

/** A visited lesson with its server stopped. @param {Page} page @param {Place['startServer']} startServer @returns {Promise<number[]>} */
async function offlineReloads(page, startServer) {
  const server = await startServer();
  await page.goto(server.url + lesson);
  await until(page, isKept);
  await server.stop();
  await slowed(page);
  return several(rounds, async () => {
    await page.reload();
    await page.locator('.player h1:visible').first().waitFor();
    return largestPaint(page);
  });
}

/** In the page: whether the worker keeps the shell and this page. @param {string} path */
async function isKept(path) {
  const kept = [];
  for (const name of await caches.keys()) kept.push(...(await (await caches.open(name)).keys()));
  const paths = kept.map(({ url }) => new URL(url).pathname);
  return paths.includes('/de/shell') && paths.includes(path);
}
