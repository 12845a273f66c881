import { openFront } from '../../tests/support/front.ts';
import { median, several } from './numbers.js';
import { inBrowser, paint, watchWire } from './visit.js';

/** The first lesson for parents, in three scripts. */
const locales = /** @type {const} */ ({ De: 'de', Ar: 'ar', Uk: 'uk' });
const phone = { width: 360, height: 740 };
const rounds = 5;

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {Awaited<ReturnType<typeof import('../../tests/support/server.ts').startServer>>} TestServer
 */

/**
 * A parent's first visits on a phone: the largest paint, and what comes over the wire, by language.
 * @param {{ server: TestServer, profiles: string, told: (what: string) => void }} place
 * @returns {Promise<Record<string, number>>}
 */
export async function measurePhone({ server, profiles, told }) {
  /** @type {Record<string, number>} */ const results = {};
  for (const [name, locale] of Object.entries(locales)) {
    told(`phone, ${locale}`);
    const path = `/${locale}/courses/understanding-games/game-kinds`;
    const paints = await several(rounds, (round) =>
      inBrowser(`${profiles}/phone-${locale}-${round}`, (page) => paint(page, server.url + path), phone)
    );
    const weights = await several(3, (round) =>
      inBrowser(`${profiles}/phone-weight-${locale}-${round}`, (page) => weigh(page, { server, path }), phone)
    );
    results[`phonePaint${name}Ms`] = median(paints);
    results[`phone${name}Kb`] = median(weights) / 1000;
  }
  return results;
}

/** Bytes over the wire of a first visit until the network is idle, headers included. @param {Page} page @param {{ server: TestServer, path: string }} visit @returns {Promise<number>} */
export async function weigh(page, { server, path }) {
  const front = await openFront();
  front.stand(server);
  const seen = await watchWire(page, front.url);
  await page.goto(front.url + path);
  await page.locator('.player.live').waitFor();
  await page.waitForLoadState('networkidle');
  await front.close();
  return [...seen.values()].reduce((all, { bytes }) => all + bytes, 0);
}
