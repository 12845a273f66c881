import type { Page } from '@playwright/test';
import { asStaff, asTablet, openSheet, rowOf, takeTablet, untilKeptOffline } from '../support/club-pages';
import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { addMembers } from '../support/office-pages';
import { startServer } from '../support/server';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

/**
 * What a person in the room would call "at once" is a second. Here two browsers, a server and another test share two
 * cores: twice as much shows that the news came by itself, and not with the slow timer of half a minute.
 */
const atOnceMs = 2000;

/** The middle one of three: this machine does other things as well. */
const middle = (times: readonly number[]) => times.toSorted((one, other) => one - other)[1];

/** Resolves when the page listens to the server. */
const listens = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.url().includes('/api/live') && response.ok());

/** How many live connections a page has opened and not lost, as the browser counts them. */
function countLive(page: Page): () => number {
  let open = 0;
  const isLive = (url: string) => url.includes('/api/live');
  page.on('request', (request) => (open += isLive(request.url()) ? 1 : 0));
  page.on('requestfailed', (request) => (open -= isLive(request.url()) ? 1 : 0));
  page.on('requestfinished', (request) => (open -= isLive(request.url()) ? 1 : 0));
  return () => open;
}

test('a tap on a tablet is seen on the trainer’s page within a second', async ({ club, newBrowser }) => {
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const trainer = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  const listening = listens(trainer);
  await trainer.goto(`/de/club/groups/${club.facts.group}`);
  await listening;
  const tablet = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  await takeTablet(tablet, 'Anna');
  // The database is opened after the first paint; the first tap would wait for it.
  const awake = tablet.waitForResponse((response) => response.url().endsWith('/api/sync'));
  await tablet.goto(lessonPath(id));
  await seeStep(tablet, lesson, 1);
  await awake;
  const anna = trainer.getByRole('listitem').filter({ hasText: 'Anna' });
  const times: number[] = [];
  for (const from of [1, 2, 3]) {
    await goOn(tablet, { lesson, from });
    const tappedAt = performance.now();
    await expect(anna.getByText(`Schritt ${from + 1} von`, { exact: false })).toBeVisible({ timeout: 5000 });
    times.push(performance.now() - tappedAt);
  }
  expect(middle(times)).toBeLessThan(atOnceMs);
});

test('what one trainer marks, another sees at once', async ({ club, newBrowser }) => {
  const [one, other] = [
    await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer'),
    await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office')
  ];
  await openSheet(one);
  const listening = listens(other);
  await openSheet(other);
  await listening;
  const times: number[] = [];
  for (const name of ['Anna', 'Bernd', 'Erika']) {
    await rowOf(one, name).mark.click();
    const markedAt = performance.now();
    await expect(rowOf(other, name).mark).toHaveAttribute('aria-pressed', 'true', { timeout: 5000 });
    times.push(performance.now() - markedAt);
  }
  expect(middle(times)).toBeLessThan(atOnceMs);
});

test('after the server has been away the view goes on by itself, and it stops without waiting for its listeners', async ({
  club,
  newBrowser
}) => {
  const [one, other] = [
    await asStaff(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club, 'trainer'),
    await asStaff(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club, 'office')
  ];
  const listening = Promise.all([listens(one), listens(other)]);
  await openSheet(one);
  await openSheet(other);
  await listening;
  await untilKeptOffline(one);
  await untilKeptOffline(other);
  const stoppedAt = performance.now();
  await club.server.stop();
  expect(performance.now() - stoppedAt).toBeLessThan(1500);
  const back = listens(other);
  const again = await startServer({ dataDir: club.server.dataDir, port: club.server.port });
  await rowOf(one, 'Bernd').mark.click();
  await back;
  await expect(rowOf(other, 'Bernd').mark).toHaveAttribute('aria-pressed', 'true');
  await again.stop();
});

test('of two pages of one browser, one listens, and the other when that is gone', async ({ club, newBrowser }) => {
  const context = await newBrowser({ baseURL: club.server.url });
  const first = await asStaff(context, club, 'trainer');
  const second = await context.newPage();
  const [ofFirst, ofSecond] = [countLive(first), countLive(second)];
  const listening = listens(first);
  await first.goto('/de/club');
  await listening;
  await openSheet(second);
  await rowOf(second, 'Anna').mark.click();
  await expect(second.getByText('Alles gespeichert und übertragen.')).toBeVisible();
  expect([ofFirst(), ofSecond()]).toEqual([1, 0]);
  const taking = listens(second);
  await first.close();
  await taking;
  expect(ofSecond()).toBe(1);
});

test('somebody whom the office adds appears on the tablet by themselves', async ({ club, newBrowser }) => {
  const tablet = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  const listening = listens(tablet);
  await tablet.goto('/de/who');
  const people = tablet.getByRole('list', { name: 'Menschen dieser Gruppe' });
  await expect(people.getByRole('button', { name: 'Anna' })).toBeVisible();
  await listening;
  const office = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');
  await office.goto('/de/office');
  await addMembers(office, ['Zoe']);
  await expect(people.getByRole('button', { name: 'Zoe' })).toBeVisible({ timeout: 15_000 });
});

test('a visitor listens to nothing', async ({ page, request }) => {
  const live: string[] = [];
  page.on('request', (asked) => (asked.url().includes('/api/live') ? live.push(asked.url()) : undefined));
  await page.goto(lessonPath(id));
  await page.goto('/de/status');
  await page.waitForLoadState('networkidle');
  expect(live).toEqual([]);
  expect((await request.get('/api/live?browser=somebody')).status()).toBe(401);
  expect((await request.get('/api/live')).status()).toBe(400);
});
