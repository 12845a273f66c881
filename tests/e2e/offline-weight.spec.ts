import { weigh } from '../../scripts/bench/phone.js';
import { noteWhenUsable, scriptsUntilUsable } from '../../scripts/bench/usable.js';
import { courseOf } from '../support/course-page';
import { openFront, type SeenAnswer } from '../support/front';
import { startServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';
import { expect, test } from '../support/test';

const bytesOf = (answers: readonly SeenAnswer[]): number => answers.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);

test('a first visit stays light, and so does what the worker fetches afterwards', async () => {
  const server = await startServer();
  const front = await openFront();
  front.stand(server);
  const tablet = await unpackTablet();
  await tablet.page.addInitScript(noteWhenUsable);
  const [first] = await courseOf(server.url, 'de');
  await tablet.page.goto(`${front.url}/de/courses/tablet-basics/${first?.id}`, { waitUntil: 'networkidle' });
  const visit = [...front.seen];
  const usable = await tablet.page.evaluate(scriptsUntilUsable);
  front.forget();
  await untilKept(tablet.page, /\/de\/shell$/, /^visited .*\/lessons\//, /\/de\/report-barrier$/, /\/de\/help\.json$/);
  const later = [...front.seen];
  const scripts = visit.filter(({ path }) => path.endsWith('.js'));
  test.info().annotations.push({
    type: 'bytes',
    description: `visit ${bytesOf(visit)}, scripts ${bytesOf(scripts)}, of them until usable ${usable}, worker ${bytesOf(later)}`
  });
  expect(visit.some(({ path }) => path === '/service-worker.js')).toBe(false);
  expect(usable).toBeGreaterThan(10_000);
  expect(usable).toBeLessThanOrEqual(60_000);
  expect(bytesOf(visit)).toBeLessThanOrEqual(150_000);
  expect(bytesOf(later)).toBeLessThanOrEqual(400_000);
  await tablet.putAway();
  await front.close();
  await server.stop();
});

/** The heaviest of the seven: Arabic has a typeface of its own. */
test('the first lesson on a phone stays light, with everything that goes over the wire', async ({ page, shared }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const bytes = await weigh(page, { server: shared.server, path: '/ar/courses/understanding-games/game-kinds' });
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(150_000);
});

test('a part of a page says of itself only what is asked for', async ({ shared }) => {
  const part = async (path: string) => (await fetch(shared.server.url + path)).headers;
  const page = await fetch(`${shared.server.url}/de`);
  expect(page.headers.has('content-security-policy')).toBe(true);
  const [sheet = ''] = /\/_app\/immutable\/[^"]+\.css/.exec(await page.text()) ?? [];
  const sheets = await part(sheet);
  expect(sheets.get('cache-control')).toContain('immutable');
  expect([sheets.has('last-modified'), sheets.has('etag')]).toEqual([false, false]);
  const pictures = await part('/pictures/carrot.svg');
  expect([pictures.has('last-modified'), pictures.has('etag')]).toEqual([false, true]);
});

test('a page comes packed to whom nobody knows, and as it is to a tablet of the club', async ({ shared }) => {
  const page = (headers: Record<string, string>) =>
    fetch(`${shared.server.url}/de/privacy`, { headers: { 'accept-encoding': 'gzip', ...headers } });
  const visitors = await page({});
  const tablets = await page({ cookie: `device=${shared.facts.tabletCookie}` });
  expect(visitors.headers.get('content-encoding')).toBe('gzip');
  expect(visitors.headers.get('vary')).toBe('accept-encoding');
  expect(tablets.headers.get('content-encoding')).toBeNull();
  expect(await visitors.text()).toContain('</html>');
});
