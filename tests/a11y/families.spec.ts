import { familyLocales } from '../../src/lib/i18n/locales';
import { alive, holds, holdsEach, test } from '../support/accessible';
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
  '/help',
  '/help/money',
  '/games',
  '/games/building',
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
const lesson = 'loot-boxes';
const course = 'money-time-rules';

for (const locale of familyLocales) {
  test(`every page for families holds in ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    await holdsEach(
      page,
      pages.map((path) => `/${locale}${path}`)
    );
  });

  test(`a lesson for families holds at each step in ${locale}`, async ({ page, shared }) => {
    test.setTimeout(120_000);
    const { steps } = await lessonAt(shared.server.url, { course, lesson, locale });
    await page.goto(lessonPath(lesson, locale, course));
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
