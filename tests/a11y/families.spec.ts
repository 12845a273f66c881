import { familyLocales, locales } from '../../src/lib/i18n/locales';
import { alive, holds, holdsEach, test } from '../support/accessible';
import { isThorough } from '../support/axe';
import { aidPages, lessonsWrittenIn, lookAtAgreement, lookAtWeek, parentsCourses } from '../support/family-pages';
import { lessonAt, lessonPath, seeTitle } from '../support/lesson';
import { expect } from '../support/test';

/** What a family's language has: the parents' courses, agreement, help, and every page around them. */
const pages = [
  '',
  '/courses/money-time-rules',
  '/courses/parental-controls',
  '/downloads',
  '/family',
  '/family/week',
  '/family/plan',
  '/help',
  '/help/money',
  '/games',
  '/games/building',
  '/games/talk',
  '/my-learning',
  '/my-learning/certificate',
  '/my-learning/move',
  '/review',
  '/search',
  '/words',
  '/settings',
  '/status',
  '/imprint',
  '/privacy',
  '/accessibility',
  '/report-barrier'
];
const everyPage = [...pages, '/courses/understanding-games', ...aidPages('sos'), ...aidPages('games')];
const course = 'money-time-rules';

/** `npm run test:axe` looks at every page and every lesson for families in all seven languages. */
const looked = isThorough ? locales : familyLocales;
const lessonsIn = (locale: string): [course: string, lesson: string][] =>
  isThorough
    ? parentsCourses.flatMap((one) => lessonsWrittenIn(locale, one).map((id): [string, string] => [one, id]))
    : [[course, 'loot-boxes']];

for (const locale of looked) {
  test(`every page for families holds in ${locale}`, async ({ page }) => {
    test.setTimeout(isThorough ? 600_000 : 120_000);
    await holdsEach(
      page,
      [...new Set(isThorough ? everyPage : pages)].map((path) => `/${locale}${path}`)
    );
  });

  for (const [of, lesson] of lessonsIn(locale))
    test(`the lesson ${lesson} for families holds at each step in ${locale}`, async ({ page, shared }) => {
      const { steps } = await lessonAt(shared.server.url, { course: of, lesson, locale });
      await page.goto(lessonPath(lesson, locale, of));
      await alive(page);
      for (const [index, step] of steps.entries()) {
        await page.evaluate((hash) => location.assign(hash), `#${index + 1}`);
        await seeTitle(page, step);
        if (step.practice)
          await expect(page.locator('[data-practice-state="open"]').filter({ visible: true })).toBeVisible();
        await holds(page);
      }
    });
}

/** In German, whose words are the longest, and from right to left. */
for (const locale of isThorough ? locales : (['de', 'ar'] as const)) {
  test(`a family's agreement holds in each of its steps in ${locale}`, async ({ page }) => {
    await lookAtAgreement(page, locale, holds);
  });

  test(`a family's week holds with times in it, and with all of it open, in ${locale}`, async ({ page }) => {
    await lookAtWeek(page, locale, holds);
  });
}
