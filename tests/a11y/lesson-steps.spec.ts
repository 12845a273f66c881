import type { Page } from '@playwright/test';
import type { Lesson } from '../../src/lib/content/lesson';
import { alive, holds, sampledLocales, test } from '../support/accessible';
import { answer, doStep, lessonAt, lessonPath, seeTitle } from '../support/lesson';
import { expect } from '../support/test';

interface Held {
  /** what kind of step it is, and what was done there */
  kind: string;
  /** from 1; the finish screen comes after the last */
  step: number;
  act?: (page: Page, lesson: Lesson) => Promise<void>;
}

/** Each kind of step, in one of the lessons: where it stands, and what is done there before it is held. */
const lessons: Readonly<Record<string, readonly Held[]>> = {
  'tap-swipe-scroll': [
    { kind: 'read', step: 1 },
    { kind: 'decide, answered', step: 2, act: (page, lesson) => choose(page, lesson, { step: 2, choice: 1 }) },
    { kind: 'do, touch', step: 3, act: ready },
    { kind: 'question, open', step: 4 },
    {
      kind: 'question, answered wrong, with its hint',
      step: 4,
      act: (page, lesson) => choose(page, lesson, { step: 4, choice: 0 })
    },
    { kind: 'question, answered right', step: 4, act: (page, lesson) => choose(page, lesson, { step: 4, choice: 2 }) },
    { kind: 'try, with a tick', step: 8, act: (page) => page.getByRole('main').getByRole('checkbox').first().check() },
    { kind: 'the finish screen', step: 10 }
  ],
  'know-your-tablet': [{ kind: 'look at a tablet', step: 2 }],
  'screen-keyboard': [
    { kind: 'look at a keyboard', step: 2 },
    { kind: 'do, keyboard', step: 7, act: ready }
  ],
  'bigger-and-louder': [{ kind: 'do, settings', step: 3, act: ready }],
  'shock-call': [{ kind: 'order, checked, with its hint', step: 5, act: check }],
  'new-number': [{ kind: 'decide, leading on, and decided there', step: 5, act: decide }],
  'app-permissions': [{ kind: 'match, right', step: 3, act: (page, lesson) => done(page, lesson, 3) }],
  'connect-wifi': [{ kind: 'question with networks', step: 5 }]
};

/** Lessons of other courses than the first. */
const courses: Readonly<Record<string, string>> = {
  'shock-call': 'safe-online',
  'new-number': 'safe-online',
  'app-permissions': 'safe-online'
};

async function choose(page: Page, lesson: Lesson, { step, choice }: { step: number; choice: number }): Promise<void> {
  const asked = lesson.steps[step - 1];
  if (!asked) throw new Error(`The lesson has no step ${step}`);
  const key = answer(page, asked, choice);
  await key.click();
  await expect(key).toHaveAttribute('aria-pressed', 'true');
}

/** The first answer that leads on, and the first one there. */
async function decide(page: Page, lesson: Lesson): Promise<void> {
  const choices = lesson.steps[4]?.question?.choices ?? [];
  await choose(page, lesson, { step: 5, choice: choices.findIndex(({ next }) => next) });
  const next = page.getByRole('group').getByRole('button');
  await next.first().press('Enter');
  await expect(next.first()).toHaveAttribute('aria-pressed', 'true');
}

async function check(page: Page): Promise<void> {
  await page.locator('.step.current [data-check]').press('Enter');
  await expect(page.locator('.step.current .reason.again')).toBeVisible();
}

async function done(page: Page, lesson: Lesson, number: number): Promise<void> {
  const step = lesson.steps[number - 1];
  if (!step) throw new Error(`The lesson has no step ${number}`);
  await doStep(page, step);
}

async function ready(page: Page): Promise<void> {
  await expect(page.locator('[data-practice-state="open"]').filter({ visible: true })).toBeVisible();
}

for (const locale of sampledLocales)
  for (const [id, helds] of Object.entries(lessons))
    test(`${helds.map(({ kind }) => kind).join(' · ')}: the steps of ${id} hold in ${locale}`, async ({
      page,
      shared
    }) => {
      const course = courses[id] ?? 'tablet-basics';
      const lesson = await lessonAt(shared.server.url, { lesson: id, locale, course });
      await page.goto(lessonPath(id, locale, course));
      await alive(page);
      for (const { step: number, act } of helds) {
        const step = lesson.steps[number - 1];
        await page.evaluate((hash) => location.assign(hash), step ? `#${number}` : '#done');
        if (step) await seeTitle(page, step);
        else await expect(page).toHaveURL(/#done$/);
        await act?.(page, lesson);
        await holds(page);
      }
    });

for (const locale of sampledLocales)
  test(`the document of a lesson that is read without a script holds in ${locale}`, async ({ newBrowser }) => {
    const page = await (await newBrowser()).newPage();
    await page.route('**/_app/immutable/entry/*.js', (route) =>
      route.fulfill({ body: 'export const start = () => undefined;', contentType: 'text/javascript' })
    );
    await page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => delete document.documentElement.dataset['script'])
    );
    await page.goto(lessonPath('tap-swipe-scroll', locale));
    await holds(page);
    // A decision that leads on can be unfolded there.
    await page.goto(lessonPath('new-number', locale, 'safe-online'));
    for (const level of ['.all > details', '.all details details'])
      await page.locator(`.unfolded > ${level} > summary`).first().press('Enter');
    await expect(page.locator('.unfolded details details p').first()).toBeVisible();
    await holds(page);
  });

for (const locale of sampledLocales)
  test(`the help of a step holds in ${locale}, and so do its other words, its paper and its link`, async ({ page }) => {
    await page.goto(`${lessonPath('tap-swipe-scroll', locale)}#2`);
    await alive(page);
    const dialog = page.getByRole('dialog');
    const open = async (word: RegExp) => {
      await page.getByRole('banner').locator('a').last().press('Enter');
      await dialog.getByRole('button', { name: word }).press('Enter');
    };
    await page.getByRole('banner').locator('a').last().press('Enter');
    await expect(dialog).toBeVisible();
    await holds(page);
    await page.keyboard.press('Escape');
    await open(/^(Ich verstehe|I do not)/);
    await expect(dialog.getByRole('button').nth(1)).toBeVisible();
    await holds(page);
    await page.keyboard.press('Escape');
    await open(/(drucken oder|Print this)/);
    await expect(page.getByRole('button', { name: /A5/ })).toBeVisible();
    await holds(page);
  });
