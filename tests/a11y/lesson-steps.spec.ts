import type { Page } from '@playwright/test';
import type { Lesson } from '../../src/lib/content/lesson';
import { alive, holds, locales } from '../support/accessible';
import { answer, lessonAt, lessonPath, seeTitle } from '../support/lesson';
import { expect, test } from '../support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Each kind of step, in one of the lessons: what it is, where it stands, and what is done there before it is held. */
const steps: [string, string, number, ((page: Page, lesson: Lesson) => Promise<void>)?][] = [
  ['read', 'tap-swipe-scroll', 1],
  ['look at a tablet', 'know-your-tablet', 2],
  ['look at a keyboard', 'screen-keyboard', 2],
  ['question, open', 'tap-swipe-scroll', 4],
  [
    'question, answered wrong, with its hint',
    'tap-swipe-scroll',
    4,
    (page, lesson) => choose(page, lesson, { step: 4, choice: 0 })
  ],
  ['question, answered right', 'tap-swipe-scroll', 4, (page, lesson) => choose(page, lesson, { step: 4, choice: 2 })],
  ['decide, answered', 'tap-swipe-scroll', 2, (page, lesson) => choose(page, lesson, { step: 2, choice: 1 })],
  ['do, touch', 'tap-swipe-scroll', 3, ready],
  ['do, settings', 'bigger-and-louder', 3, ready],
  ['do, keyboard', 'screen-keyboard', 7, ready],
  ['question with networks', 'connect-wifi', 5],
  ['try, with a tick', 'tap-swipe-scroll', 8, (page) => page.getByRole('main').getByRole('checkbox').first().check()],
  ['the finish screen', 'tap-swipe-scroll', 10]
];

async function choose(page: Page, lesson: Lesson, { step, choice }: { step: number; choice: number }): Promise<void> {
  const asked = lesson.steps[step - 1];
  if (!asked) throw new Error(`The lesson has no step ${step}`);
  const key = answer(page, asked, choice);
  await key.click();
  await expect(key).toHaveAttribute('aria-pressed', 'true');
}

async function ready(page: Page): Promise<void> {
  await expect(page.locator('[data-practice-state="open"]').filter({ visible: true })).toBeVisible();
}

for (const locale of locales)
  for (const [kind, id, number, act] of steps)
    test(`a step "${kind}" holds in ${locale}`, async ({ page, shared }) => {
      const lesson = await lessonAt(shared.server.url, { lesson: id, locale });
      const step = lesson.steps[number - 1];
      await page.goto(lessonPath(id, locale) + (step ? `#${number}` : '#done'));
      await alive(page);
      if (step) await seeTitle(page, step);
      await act?.(page, lesson);
      await holds(page);
    });

for (const locale of locales)
  test(`the document of a lesson that is read without a script holds in ${locale}`, async ({ page }) => {
    await page.route('**/_app/immutable/entry/*.js', (route) =>
      route.fulfill({ body: 'export const start = () => undefined;', contentType: 'text/javascript' })
    );
    await page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => delete document.documentElement.dataset['script'])
    );
    await page.goto(lessonPath('tap-swipe-scroll', locale));
    await holds(page);
  });
