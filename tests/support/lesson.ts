import { expect, type Locator, type Page } from '@playwright/test';
import type { CourseFile, Lesson, Step, StepPractice } from '../../src/lib/content/lesson';
import { plainText } from '../../src/lib/content/lesson';
import { kinds } from '../../src/lib/practice/kinds';

/** How somebody works the screen: a finger, Tab and Enter alone, or Enter on what is wanted, however long it takes. */
export type Hand = 'finger' | 'keys' | 'enter';

/** A lesson as a server gives it out. */
export async function lessonAt(
  url: string,
  { locale = 'de', lesson, course = 'tablet-basics' }: { locale?: string; lesson: string; course?: string }
): Promise<Lesson> {
  const answer = await fetch(`${url}/content/${locale}/${course}.json`);
  const { lessons }: CourseFile = JSON.parse(await answer.text());
  const entry = lessons.find(({ id }) => id === lesson);
  if (!entry) throw new Error(`The course has no lesson ${lesson}`);
  const file: Lesson = JSON.parse(await (await fetch(url + entry.file)).text());
  return file;
}

export const lessonPath = (lesson: string, locale = 'de', course = 'tablet-basics') =>
  `/${locale}/courses/${course}/${lesson}`;

/** Waits until the lesson's step is on the screen, and can be used. */
export async function seeStep(page: Page, lesson: Lesson, number: number): Promise<void> {
  const step = lesson.steps[number - 1];
  if (!step) throw new Error(`The lesson has no step ${number}`);
  await expect(page.getByText(`Schritt ${number} von ${lesson.steps.length}`, { exact: true })).toBeVisible();
  await seeTitle(page, step);
}

/** The same in any language: its title is the page's main heading. */
export async function seeTitle(page: Page, { title }: Step): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

/** The key that leads on: "Weiter zu Schritt 4", "Später üben", "Lektion beenden". */
export const onward = (page: Page): Locator =>
  page.getByRole('contentinfo').getByRole('link', { name: /^(Weiter zu Schritt \d+|Später üben|Lektion beenden)$/ });

const succeeds = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false
  );

/**
 * Taps until it is heard: a second tap near the last one counts only after 400 ms, for trembling hands. On a busy machine
 * a tap may be heard later than anybody waits for: then it is not made again.
 */
export async function tap(key: Locator, heard: () => Promise<void>): Promise<void> {
  let isTapped = false;
  await expect(async () => {
    const isHeard = isTapped && (await succeeds(heard()));
    if (isHeard) return;
    await key.click({ timeout: 5000 });
    isTapped = true;
    await heard();
  }).toPass({ intervals: [50] });
}

/** Moves the focus with Tab alone until it is on a control, as long as there are controls. */
export async function tabTo(page: Page, key: Locator): Promise<void> {
  await expect(key).toBeVisible();
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await key.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(key)}`);
}

/** Goes to the next step and sees it. */
export async function goOn(
  page: Page,
  { lesson, from, hand = 'finger' }: { lesson: Lesson; from: number; hand?: Hand }
): Promise<void> {
  const last = from === lesson.steps.length;
  const hash = last ? '#done' : `#${from + 1}`;
  if (hand === 'keys') {
    await tabTo(page, onward(page));
    await expect(async () => {
      if (!page.url().endsWith(hash)) await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`${hash}$`), { timeout: 300 });
    }).toPass({ intervals: [50] });
  } else await tap(onward(page), () => expect(page).toHaveURL(new RegExp(`${hash}$`), { timeout: 300 }));
  if (last) await expect(page.getByRole('heading', { level: 1, name: 'Geschafft' })).toBeVisible();
  else await seeStep(page, lesson, from + 1);
}

/** An answer of the step on the screen, by its sentence. */
export const answer = (page: Page, step: Step, index: number): Locator =>
  page
    .getByRole('main')
    .getByRole('button', { name: plainText(step.question?.choices[index]?.sentences ?? []), exact: true });

/** Gives the step’s right answer; where all are fine, the first one. */
export async function answerRight(page: Page, step: Step, hand: Hand = 'finger'): Promise<void> {
  const right = step.question?.choices.findIndex((choice) => choice.right) ?? 0;
  const key = answer(page, step, Math.max(0, right));
  if (hand === 'keys') {
    await tabTo(page, key);
    await page.keyboard.press('Space');
  } else await key.click();
  await expect(key).toHaveAttribute('aria-pressed', 'true');
}

/** Does the practice on the screen from its beginning to its end. */
async function practise(page: Page, { kind, params }: StepPractice, hand: Hand = 'finger'): Promise<void> {
  const practice = page.locator(`main [data-practice="${kind}"]`).filter({ visible: true });
  await expect(practice).toHaveAttribute('data-practice-state', 'open');
  for (const { id, write } of kinds[kind]?.controls(params) ?? []) {
    if (write)
      await practice.locator(`[data-write="${write.into}"] input, input[data-write="${write.into}"]`).fill(write.text);
    const control = practice.locator(`[data-control="${id}"]`);
    if (hand === 'enter') await control.press('Enter');
    else if (hand === 'keys') {
      await tabTo(page, control);
      await page.keyboard.press('Enter');
    } else {
      const before = await practice.innerHTML();
      await tap(control, () =>
        expect.poll(() => practice.innerHTML(), { timeout: 300, intervals: [30] }).not.toBe(before)
      );
    }
  }
  await expect(practice).toHaveAttribute('data-practice-state', 'done');
}

/** Moves each thing up to its place, or gives each its partner, and has it checked. */
async function arrange(page: Page, step: Step): Promise<void> {
  const main = page.locator('.step.current');
  const { form, choices = [] } = step.question ?? {};
  const partners = form?.kind === 'match' ? form.partners : undefined;
  const keys = main.locator('.partners button');
  for (const [index, { sentences }] of choices.slice(0, -2).entries()) {
    if (partners) {
      const key = keys.filter({ hasText: plainText(partners[index] ?? []) }).first();
      await key.press('Enter');
      await expect(key).toHaveClass(/taken/);
      continue;
    }
    const row = main.locator('.live li').filter({ hasText: plainText(sentences) });
    const place = async () => Number(await row.locator('.number').textContent());
    // A second tap on the same key counts after 400 ms only.
    await expect(async () => {
      if ((await place()) > index + 1) await row.getByRole('button').first().press('Enter');
      expect(await place()).toBe(index + 1);
    }).toPass({ intervals: [50] });
  }
  await main.locator('.live [data-check]').press('Enter');
  await expect(main.locator('.live .reason.right')).toBeVisible();
}

/** Says that it was talked about. */
async function talk(page: Page): Promise<void> {
  const key = page.locator('.step.current .live button').first();
  await key.press('Enter');
  await expect(key).toHaveAttribute('aria-pressed', 'true');
}

/** Does what the step asks for: answers its question, does its practice, ticks its list. */
export async function doStep(page: Page, step: Step, hand: Hand = 'finger'): Promise<void> {
  if (step.practice) await practise(page, step.practice, hand);
  if (step.question?.form?.kind === 'talk') await talk(page);
  else if (step.question?.form) await arrange(page, step);
  else if (step.question) await answerRight(page, step, hand);
  if (step.kind !== 'try') return;
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) {
    if (hand === 'keys') {
      await tabTo(page, box);
      await page.keyboard.press('Space');
      await expect(box).toBeChecked();
    } else await tap(box, () => expect(box).toBeChecked({ timeout: 300 }));
  }
}

/** Goes through a lesson from its first step to the finish screen. */
export async function finishLesson(page: Page, lesson: Lesson, hand: Hand = 'finger'): Promise<void> {
  for (const [index, step] of lesson.steps.entries()) {
    await seeStep(page, lesson, index + 1);
    await doStep(page, step, hand);
    await goOn(page, { lesson, from: index + 1, hand });
  }
}
