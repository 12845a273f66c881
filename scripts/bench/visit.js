import { chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../tests/support/chromium.ts';

/** "Slow 4G" as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 };
const slowerCpu = 4;
const tablet = { width: 1024, height: 768 };

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').CDPSession} CdpSession
 */

/** A fresh browser with a profile of its own. @template T @param {string} profile @param {(page: Page) => Promise<T>} work @param {{ width: number, height: number }} [viewport] @returns {Promise<T>} */
export async function inBrowser(profile, work, viewport = tablet) {
  const executablePath = await chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
    viewport,
    locale: 'de-DE'
  });
  try {
    return await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}

/** @param {Page} page @param {{ network?: boolean }} [slow] @returns {Promise<CdpSession>} */
export async function slowed(page, { network = false } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
  if (network) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4g);
  }
  return session;
}

/** Everything that comes over the wire from now on, headers included. @param {Page} page @param {string} url */
export async function watchWire(page, url) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  /** @type {Map<string, { path: string, bytes: number }>} */ const seen = new Map();
  session.on(
    'Network.responseReceived',
    ({ requestId, response }) => void seen.set(requestId, { path: response.url.replace(url, ''), bytes: 0 })
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = seen.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return seen;
}

/** Time to the largest paint, slowed down. @param {Page} page @param {string} address @returns {Promise<number>} */
export async function paint(page, address) {
  await slowed(page, { network: true });
  await page.goto(address, { waitUntil: 'load' });
  await page.locator('main h1').filter({ visible: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  return largestPaint(page);
}

/** @param {Page} page @returns {Promise<number>} milliseconds from the start of the navigation */
export function largestPaint(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true
        });
      })
  );
}
