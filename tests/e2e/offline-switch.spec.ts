import { expect, test } from '@playwright/test';
import { switchWorker } from '../../scripts/worker-switch.js';
import { downloadCourseOn } from '../support/course-page';
import { openFront } from '../support/front';
import { startServer } from '../support/server';
import { keptPaths, unpackTablet } from '../support/tablet';

/** A worker with a fatal mistake: it takes over at once and answers every page with nonsense. */
const brokenWorker = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(new Response('<h1>broken</h1>', { headers: { 'content-type': 'text/html' } }));
});`;

const course = '/de/courses/tablet-basics';

test('the kill switch frees a tablet with a broken worker, and keeps its course', async () => {
  const server = await startServer();
  const front = await openFront();
  front.stand(server);
  const tablet = await unpackTablet();
  const { page } = tablet;
  await page.goto(front.url + course);
  await downloadCourseOn(page);

  front.replace('/service-worker.js', brokenWorker);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(async () => {
    await page.goto(`${front.url}/de`);
    await expect(page.getByRole('heading', { name: 'broken' })).toBeVisible({ timeout: 1000 });
  }).toPass();

  switchWorker(server.dataDir, true);
  front.replace('/service-worker.js', undefined);
  await page.goto(`${front.url}/de`);
  await expect(page.getByRole('heading', { name: 'broken' })).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect((await keptPaths(page)).filter((path) => !path.startsWith('course-'))).toEqual([]);
  expect((await keptPaths(page)).length).toBeGreaterThan(6);

  switchWorker(server.dataDir, false);
  await page.goto(front.url + course);
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/de/shell'))), { timeout: 30_000 })
    .toBe(true);
  await tablet.putAway();
  await front.close();
  await server.stop();
});
