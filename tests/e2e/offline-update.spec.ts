import { rmSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { baseClub, copyBaseClub } from '../support/base-club-facts';
import { wake } from '../support/club-pages';
import { courseOf, downloadCourseOn, lessonsOpen } from '../support/course-page';
import { keptEvents } from '../support/database';
import { openFront } from '../support/front';
import { goOn, lessonAt, seeStep } from '../support/lesson';
import { nextBuild } from '../support/next-build';
import { newDataDir, startServer } from '../support/server';
import { unpackTablet } from '../support/tablet';

const course = '/de/courses/tablet-basics';
/** One after the other: they share the newer build. */
test.describe.configure({ mode: 'default' });

const notice = 'Es gibt eine neue Fassung. Jetzt neu laden? Ihr Platz bleibt.';

test('an update fetches nothing of a loaded course again, and all its lessons open with the server killed', async () => {
  test.slow();
  const newer = nextBuild();
  const front = await openFront();
  const old = await startServer({ dataDir: newDataDir() });
  front.stand(old);
  const lessons = await courseOf(old.url, 'de');
  const tablet = await unpackTablet();
  const { page } = tablet;
  await page.goto(front.url + course);
  await downloadCourseOn(page);
  await old.kill();

  const server = await startServer({ dataDir: old.dataDir, env: newer });
  front.stand(server);
  front.forget();

  // In the middle of a lesson nobody is asked.
  await page.goto(`${front.url}${course}/${lessons[0]?.id}`);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)), { timeout: 30_000 })
    .toBe(true);
  await expect(page.getByText(notice)).toBeHidden();

  await page.goto(front.url + course);
  await expect(page.getByText(notice)).toBeVisible({ timeout: 20_000 });
  const before = await version(page);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Jetzt neu laden' }).click()]);
  await expect(page.getByText('Der Kurs ist auf diesem Gerät.')).toBeVisible();
  await expect.poll(() => version(page)).not.toBe(before);

  const ofCourse = front.seen.filter(({ path }) =>
    /^\/content\/.*\/lessons\/|^\/pictures\/|\/tablet-basics(\.json|\/|$)/.test(path)
  );
  expect(ofCourse.filter(({ bodyBytes }) => bodyBytes > 0)).toEqual([]);

  front.stand(undefined);
  await server.kill();
  const restarted = await tablet.restart();
  await lessonsOpen(restarted, front.url + course, lessons);
  await tablet.putAway();
  await front.close();
});

test('work that is unsent when the app is updated stays, and arrives once', async () => {
  test.slow();
  const newer = nextBuild();
  const dataDir = copyBaseClub();
  const front = await openFront();
  const old = await startServer({ dataDir });
  front.stand(old);
  const lesson = await lessonAt(old.url, { lesson: 'tap-swipe-scroll' });
  const tablet = await unpackTablet();
  const { page } = tablet;
  await enrolled(page, front.url);
  await page.goto(`${front.url}/de/who`);
  await page.getByRole('button', { name: 'Anna' }).click();
  await expect(page.getByText('Anna lernt')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);

  front.fail('/api/sync');
  await page.goto(`${front.url}${course}/${lesson.id}`);
  await seeStep(page, lesson, 1);
  for (const from of [1, 2]) await goOn(page, { lesson, from });
  await old.kill();
  const server = await startServer({ dataDir, env: newer });
  front.stand(server);
  await page.goto(front.url + course);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText(notice)).toBeVisible({ timeout: 30_000 });
  const before = await version(page);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Jetzt neu laden' }).click()]);
  await expect.poll(() => version(page)).not.toBe(before);
  await page.goto(`${front.url}/de/status`);
  await expect(page.getByText('wird übertragen, sobald Internet da ist').first()).toBeVisible();
  expect(keptEvents(dataDir, 'step.completed')).toEqual([]);

  front.fail(undefined);
  await wake(page);
  await expect(page.getByText('Alles gespeichert und übertragen').first()).toBeVisible();
  expect(keptEvents(dataDir, 'step.completed')).toHaveLength(2);
  await tablet.putAway();
  await server.stop();
  await front.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function enrolled(page: Page, url: string): Promise<void> {
  await page.context().addCookies([{ name: 'device', value: baseClub().tabletCookie, url, httpOnly: true }]);
}

/** The caches of documents name the version of the app that wrote them. */
const version = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () =>
    (await caches.keys())
      .filter((name) => name.startsWith('app-'))
      .sort()
      .join()
  );
