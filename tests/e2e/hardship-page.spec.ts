import { asTablet, tabletWithUnsentStep, takeTablet, untilAllArrived, wake } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

test('an old app is told to load again, and loses nothing', async ({ club, newBrowser, browserErrors }) => {
  browserErrors.expect(/status of 426/);
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const context = await newBrowser({ baseURL: club.server.url });
  const page = await asTablet(context, club);
  await takeTablet(page, 'Anna');
  await context.route('**/api/sync', (route) => route.fulfill({ status: 426, json: { code: 'old-app' } }));
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  await page.goto('/de/status');
  await expect(page.getByText('Es gibt eine neue Fassung. Bitte laden Sie die Seite neu.').first()).toBeVisible();
  expect(keptEvents(club.server.dataDir, 'step.completed')).toEqual([]);

  await context.unrouteAll({ behavior: 'wait' });
  await page.reload();
  await expect.poll(() => keptEvents(club.server.dataDir, 'step.completed').length).toBe(1);
  await untilAllArrived(page);
});

test('with a full disk old work stays, learning goes on, and all of it is sent', async ({
  club,
  newBrowser,
  browserErrors
}) => {
  browserErrors.expect(/ERR_INTERNET_DISCONNECTED/);
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const context = await newBrowser({ baseURL: club.server.url });
  const page = await tabletWithUnsentStep(context, club, lesson);

  await page.evaluate(() => {
    const full = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = full;
    IDBObjectStore.prototype.put = full;
  });
  await goOn(page, { lesson, from: 2 });
  await expect(page.getByText('Der Speicher dieses Geräts ist voll.', { exact: false })).toBeVisible();
  await goOn(page, { lesson, from: 3 });

  await context.unrouteAll({ behavior: 'wait' });
  await wake(page);
  await expect.poll(() => keptEvents(club.server.dataDir, 'step.completed').length).toBe(3);

  // The disk has room again: what it kept is still there, and is not sent as something new.
  await untilAllArrived(page);
  expect(keptEvents(club.server.dataDir, 'step.completed')).toHaveLength(3);
});
