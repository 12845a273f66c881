import { expect, test } from '@playwright/test';
import { courseOf, downloadCourseOn, lessonsOpen } from '../support/course-page';
import { openFront } from '../support/front';
import { nextBuild } from '../support/next-build';
import { newDataDir, startServer } from '../support/server';
import { unpackTablet } from '../support/tablet';

const course = '/de/courses/tablet-basics';
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

/** The caches of documents name the version of the app that wrote them. */
const version = (page: import('@playwright/test').Page): Promise<string | undefined> =>
  page.evaluate(async () =>
    (await caches.keys())
      .filter((name) => name.startsWith('app-'))
      .sort()
      .join()
  );
