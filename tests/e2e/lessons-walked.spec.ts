import type { Page } from '@playwright/test';
import type { CourseFile, CourseSummary, Lesson } from '../../src/lib/content/lesson';
import { locales, type Locale } from '../../src/lib/i18n/locales';
import { doStep, seeTitle, tap } from '../support/lesson';
import { startServer, type TestServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';
import { expect, test } from '../support/test';
import { pick, turnOfSources } from '../support/turn';

/** `npm run test:lessons` walks every lesson in every language; `npm test` one that is another with each state of the sources. */
const isThorough = process.env['EVERY_LESSON'] !== undefined;

async function read<File>(server: TestServer, path: string): Promise<File> {
  const file: File = JSON.parse(await (await fetch(server.url + path)).text());
  return file;
}

const shelf = (server: TestServer, locale: Locale) => read<CourseSummary[]>(server, `/content/${locale}/courses.json`);

async function lessonsOf(server: TestServer, locale: Locale, course: string): Promise<Lesson[]> {
  const { lessons } = await read<CourseFile>(server, `/content/${locale}/${course}.json`);
  return Promise.all(lessons.map(({ file }) => read<Lesson>(server, file)));
}

/** From the first step to the finish screen: every question answered, every practice done, every list ticked. */
async function walk(page: Page, { steps }: Lesson): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await seeTitle(page, step);
    await doStep(page, step, 'enter');
    const next = index + 1 === steps.length ? '#done' : `#${index + 2}`;
    await tap(page.locator('[data-primary]'), () => expect(page).toHaveURL(new RegExp(`${next}$`), { timeout: 300 }));
  }
  await expect(page.locator('.finish h1')).toBeVisible();
}

/** Downloads a course, ends the server, and walks the lessons that are wanted of it. */
async function walkOffline(
  server: TestServer,
  { locale, course, wanted }: { locale: Locale; course: string; wanted: (lessons: Lesson[]) => Lesson[] }
): Promise<void> {
  const lessons = wanted(await lessonsOf(server, locale, course));
  const tablet = await unpackTablet();
  const { page } = tablet;
  await page.goto(`${server.url}/${locale}/courses/${course}`);
  await page.locator('[data-download="none"] button').click();
  await expect(page.locator('[data-download="done"]')).toBeVisible({ timeout: 30_000 });
  await untilKept(page, new RegExp(`/${locale}/shell$`));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.context().setOffline(true);
  for (const lesson of lessons)
    await test.step(`${locale} ${lesson.id}`, async () => {
      await page.goto(`${server.url}/${locale}/courses/${course}/${lesson.id}`);
      await walk(page, lesson);
    });
  await tablet.putAway();
}

if (isThorough) {
  for (const locale of locales)
    test(`every lesson is walked to its end without a network in ${locale}`, async () => {
      test.setTimeout(30 * 60_000);
      const server = await startServer();
      for (const { id } of await shelf(server, locale))
        await walkOffline(server, { locale, course: id, wanted: (lessons) => lessons });
      await server.stop();
    });
} else {
  test('a lesson, another one with each state of the sources, is walked to its end without a network', async () => {
    const server = await startServer();
    const [locale, number] = [pick(locales), Math.floor(turnOfSources / locales.length)];
    const { id } = pick(await shelf(server, locale), number);
    await walkOffline(server, { locale, course: id, wanted: (lessons) => [pick(lessons, number)] });
    await server.stop();
  });
}
