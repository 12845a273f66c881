import { readFileSync } from 'node:fs';
import { familyLocales } from '../../src/lib/i18n/locales';
import { alive } from '../support/accessible';
import { openFront, type SeenAnswer } from '../support/front';
import { lessonAt, lessonPath, seeTitle } from '../support/lesson';
import { startServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';
import { expect, test } from '../support/test';

const course = 'money-time-rules';
const lesson = 'loot-boxes';
const bytesOf = (answers: readonly SeenAnswer[]): number => answers.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);

test('a language is chosen at the lesson that one reads, and leads to what is nearest where it lacks that', async ({
  page,
  browserErrors
}) => {
  const toTurkish = page.getByRole('link', { name: 'Türkçe', exact: true });
  for (const [from, to] of [
    [lessonPath(lesson, 'de', course), lessonPath(lesson, 'tr', course)],
    ['/de/courses/money-time-rules/free-games', '/tr/courses/money-time-rules'],
    ['/de/courses/tablet-basics', '/tr'],
    ['/de/sign-in', '/tr'],
    ['/de/help/money', '/tr/help/money']
  ] as const)
    await test.step(`from ${from}`, async () => {
      await page.goto(from);
      await alive(page);
      await page.getByRole('banner').getByRole('link', { name: 'Schrift' }).click();
      await expect(toTurkish).toHaveAttribute('href', to);
    });
  await toTurkish.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Para gitti');
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr');

  await test.step('a page that is there in German alone says so, and leads there', async () => {
    browserErrors.expect(/status of 404/);
    await page.goto('/ar/courses/tablet-basics');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.getByRole('link', { name: 'فتح الصفحة الألمانية' }).click();
    await expect(page).toHaveURL(/\/de\/courses\/tablet-basics$/);
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  });

  await test.step('the pages of staff open in German or English', async () => {
    await page.goto('/ru/sign-in?to=%2Fru%2Foffice');
    await expect(page).toHaveURL(/\/(de|en)\/sign-in\?to=/);
    await page.goto('/uk');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Для помічниць і помічників' }).click();
    await expect(page).toHaveURL(/\/de\/club$/);
  });
});

test('a first visit is light in each language, and brings the letters that it needs', async () => {
  const server = await startServer();
  for (const locale of familyLocales)
    await test.step(locale, async () => {
      const front = await openFront();
      front.stand(server);
      const tablet = await unpackTablet();
      await tablet.page.goto(front.url + lessonPath(lesson, locale, course), { waitUntil: 'networkidle' });
      const visit = front.seen.filter(({ path }) => path !== '/service-worker.js');
      const fonts = visit.filter(({ path }) => path.endsWith('.woff2')).map(({ path }) => path);
      const letters = { tr: 'turkish', uk: 'cyrillic', ar: 'arabic', ru: 'cyrillic' }[locale];
      expect(fonts.filter((path) => !/atkinson-latin\./.test(path)).join()).toContain(letters);
      expect(fonts.length).toBeLessThanOrEqual(2);
      expect(bytesOf(visit)).toBeLessThanOrEqual(150_000);
      await tablet.putAway();
      await front.close();
    });
  await server.stop();
});

test('with the server killed: lesson, help, agreement and plan open in Arabic, in their letters', async () => {
  const server = await startServer();
  const told = await lessonAt(server.url, { course, lesson, locale: 'ar' });
  const tablet = await unpackTablet();
  await tablet.page.goto(server.url + lessonPath(lesson, 'ar', course));
  await untilKept(tablet.page, /^visited .*\/lessons\//, /\/ar\/help\.json$/, /readex-arabic/);
  await server.kill();
  const page = await tablet.restart();
  const places = [
    [lessonPath(lesson, 'ar', course), told.title],
    ['/ar/help/money', 'ضاع المال'],
    ['/ar/family', 'اتّفاقنا'],
    ['/ar/family/plan', 'خطة تعلّمنا']
  ] as const;
  for (const [path, title] of places) {
    await page.goto(server.url + path);
    const heading = page.getByRole('heading', { level: 1 });
    if (path.includes(lesson) && told.steps[0]) await seeTitle(page, told.steps[0]);
    else await expect(heading).toHaveText(title);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(await page.evaluate(() => document.fonts.check('22px "Readex Pro"', 'ض')), path).toBe(true);
  }
  await tablet.putAway();
});

test('a parent and a child take turns in a lesson, until one of them goes on alone', async ({ page }) => {
  const key = (name: string) => page.getByRole('button', { name });
  const band = page.getByRole('main').getByRole('status').first();
  await page.goto(lessonPath(lesson, 'de', course));
  await key('Mit dem Kind lernen').click();
  const turns = [
    'Jetzt Sie Lesen Sie vor.',
    'Jetzt du Sag zuerst,',
    'Jetzt du Probier es aus.',
    'Jetzt Sie Antworten Sie.'
  ];
  for (const [index, turn] of turns.entries()) {
    await page.goto(`${lessonPath(lesson, 'de', course)}#${index + 1}`);
    await expect(band).toContainText(turn);
  }
  await page.reload();
  await expect(band).toContainText('Jetzt Sie');
  await key('Allein weiterlernen').click();
  await expect(band).toBeEmpty();
  await page.goto(lessonPath('tap-swipe-scroll'));
  await expect(key('Notiz oder Frage')).toBeVisible();
  await expect(key('Mit dem Kind lernen')).toHaveCount(0);
});

test('the plan puts what is left on two days a week, and gives it out as a file for the calendar', async ({ page }) => {
  const evenings = page.getByRole('main').getByRole('listitem');
  await page.clock.setFixedTime(new Date('2026-12-01T18:00:00+01:00'));
  await page.goto('/de/courses/understanding-games');
  await page.getByRole('link', { name: 'Unseren Lern-Plan öffnen' }).click();
  await expect(evenings.first()).toContainText('Dienstag, 1. Dezember 2026');
  await page.getByLabel('Erster Tag').selectOption('Samstag');
  await expect(evenings.first()).toContainText('Donnerstag, 3. Dezember 2026');
  await page.reload();
  await expect(evenings.nth(1)).toContainText('Samstag, 5. Dezember 2026');
  await expect(page.getByText('Noch 21 Lektionen.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Datei für den Kalender' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('lern-plan.ics');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(21);
  expect(text).toContain('DTSTART;VALUE=DATE:20261203');
  await evenings.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/understanding-games\/game-kinds/);
});
