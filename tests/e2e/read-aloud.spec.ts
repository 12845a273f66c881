import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { Lesson, Step } from '../../src/lib/content/lesson';
import { localeFacts, type Locale } from '../../src/lib/i18n/locales';
import { translator } from '../../src/lib/i18n/translate';
import { answer, goOn, lessonAt, lessonPath, seeStep, seeTitle, tap } from '../support/lesson';
import { failSentence, finishSentence, giveVoice, hearAll, heard, sayWord, textOnScreen } from '../support/speech';
import { textOf } from '../support/read-text';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

/** The messages of a lesson in one language. */
const speaker = (locale: Locale) =>
  translator(
    localeFacts[locale].lang,
    Object.fromEntries(
      ['learning', 'answering'].map((area) => [
        area,
        JSON.parse(readFileSync(`src/lib/i18n/messages/${locale}/${area}.json`, 'utf8'))
      ])
    )
  ) as unknown as TFunction;

/** Has the screen read to its end: all its text, in order, and nothing else; what is said is what is marked. */
async function readScreen(page: Page): Promise<string[]> {
  const shown = await textOnScreen(page);
  await tap(page.getByRole('banner').getByRole('button').first(), () =>
    expect(page.locator('[data-reading]')).toHaveCount(1, { timeout: 300 })
  );
  const said = await hearAll(page);
  expect(said.length).toBeGreaterThan(0);
  expect(said.map(({ marked }) => marked)).toEqual(said.map(({ text }) => text));
  const dense = (text: string) => text.replace(/\s+/g, '');
  expect(dense(said.map(({ text }) => text).join(''))).toBe(dense(shown));
  return said.map(({ text }) => text);
}

/** The sentences of the step on the screen, in the order of the page. */
const sentences = `[...document.querySelectorAll('.step.current [data-sentence]')]
  .filter((one) => one.getClientRects().length > 0).map((one) => one.textContent.trim()).filter((text) => text !== '')`;

test('"Vorlesen" says every sentence that can be seen, in order, and marks the one it says', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await giveVoice(page, [{ lang: 'de-DE', localService: true }]);
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  const visible = await page.evaluate<string[]>(sentences);
  expect(visible[0]).toBe(lesson.steps[3]?.title);
  expect(visible).toContain('Ich tippe neben das Menü.');
  await page.getByRole('button', { name: 'Vorlesen' }).click();
  for (const sentence of visible) {
    await expect(page.locator('[data-reading]')).toHaveText(sentence);
    await finishSentence(page);
  }
  await expect(page.locator('[data-reading]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Vorlesen' })).toBeVisible();
  const said = await heard(page);
  expect(said.map(({ text }) => text)).toEqual(visible);
  expect(said.every(({ lang }) => lang.startsWith('de'))).toBe(true);
});

test('"Anhalten" keeps the place, "Weiter vorlesen" goes on there; a next step, a locked screen and a failing voice', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await giveVoice(page, [{ lang: 'de-DE', localService: true }]);
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  const said = async () => (await heard(page)).map(({ text }) => text);
  const press = (name: string, then: string) =>
    tap(page.getByRole('button', { name, exact: true }), () =>
      expect(page.getByRole('button', { name: then, exact: true })).toBeVisible({ timeout: 300 })
    );
  await press('Vorlesen', 'Anhalten');
  await finishSentence(page);
  const [, second = ''] = await said();

  await test.step('the word that is said is marked', async () => {
    const [word = ''] = second.split(/[ .,]/);
    expect(await sayWord(page, 0, word.length)).toBe(word);
  });

  await test.step('paused, it goes on with the same sentence', async () => {
    await press('Anhalten', 'Weiter vorlesen');
    await expect(page.locator('[data-reading="waiting"]')).toHaveText(second);
    await press('Weiter vorlesen', 'Anhalten');
    expect((await said()).slice(1)).toEqual([second, second]);
  });

  await test.step('a locked screen pauses it', async () => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    });
    await press('Weiter vorlesen', 'Anhalten');
    expect((await said()).at(-1)).toBe(second);
  });

  await test.step('a voice that fails is told of kindly', async () => {
    await failSentence(page);
    await failSentence(page);
    await expect(page.getByText('Das Vorlesen klappt gerade nicht. Die Stelle ist gemerkt.')).toBeVisible();
    await press('Weiter vorlesen', 'Anhalten');
    await expect(page.getByText('Das Vorlesen klappt gerade nicht.')).toHaveCount(0);
  });

  await test.step('the pace is a setting, and stays', async () => {
    await page.getByRole('link', { name: 'Schrift' }).click();
    await page.getByRole('radio', { name: 'Langsam' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click();
    await finishSentence(page);
    expect((await heard(page)).at(-1)?.rate).toBe(0.75);
    await page.reload();
    await press('Vorlesen', 'Anhalten');
    expect((await heard(page)).at(-1)?.rate).toBe(0.75);
  });

  await test.step('the next step is quiet', async () => {
    await goOn(page, { lesson, from: 1 });
    await expect(page.locator('[data-reading]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Vorlesen' })).toBeVisible();
  });
});

test('all that stands on a screen is said, in order, and what is said is marked: screens of all kinds', async ({
  page,
  shared
}) => {
  await giveVoice(page, [
    { lang: 'de-DE', localService: true },
    { lang: 'ar-SA', localService: true }
  ]);
  const read = (lesson: string, course: string, locale = 'de') =>
    lessonAt(shared.server.url, { lesson, course, locale });
  const [first, look, order, match, talk, arabic] = await Promise.all([
    read(id, 'tablet-basics'),
    read('know-your-tablet', 'tablet-basics'),
    read('shock-call', 'safe-online'),
    read('app-permissions', 'safe-online'),
    read('shared-list', 'messages-and-calls'),
    read('game-kinds', 'understanding-games', 'ar')
  ]);
  const numberOf = (lesson: Lesson, fits: (step: Step) => unknown) => lesson.steps.findIndex(fits) + 1;
  const wrong = first.steps[3]?.question?.choices.findIndex(({ right, neutral }) => !right && !neutral);
  const screens: [name: string, lesson: Lesson, number: number, chosen?: number | undefined][] = [
    ['text', first, 1],
    ['a picture', look, numberOf(look, ({ kind }) => kind === 'look')],
    ['a question with its reason and hint', first, 4, wrong],
    ['an order', order, numberOf(order, ({ kind }) => kind === 'order')],
    ['pairs', match, numberOf(match, ({ kind }) => kind === 'match')],
    ['something to talk about', talk, numberOf(talk, ({ kind }) => kind === 'talk')],
    ['a list to tick', first, numberOf(first, ({ kind }) => kind === 'try')],
    ['Arabic', arabic, numberOf(arabic, ({ question }) => question)]
  ];
  for (const [name, lesson, number, chosen] of screens)
    await test.step(name, async () => {
      const step = lesson.steps[number - 1];
      if (!step) throw new Error(`${lesson.id} has no such step`);
      await page.goto(`${lessonPath(lesson.id, lesson.locale, lesson.course)}#${number}`);
      await seeTitle(page, step);
      if (step.question?.form) await expect(page.locator('.step.current .live')).toBeVisible();
      if (chosen !== undefined) await answer(page, step, chosen).click();
      const said = await readScreen(page);
      const isHinted = chosen !== undefined;
      expect(said).toEqual(textOf({ lesson, step, t: speaker(lesson.locale), chosen, isHinted }));
    });

  await test.step('a practice, also as a list', async () => {
    const number = numberOf(first, ({ practice }) => practice);
    await page.goto(`${lessonPath(id)}#${number}`);
    const practice = page.locator('.step.current [data-practice]');
    await expect(practice).toBeVisible();
    expect(await readScreen(page)).toContain('Übung – hier kann nichts passieren');
    await practice.locator('[data-practice-tool="view"]').click();
    await expect(practice.locator('.as-list')).toBeVisible();
    await readScreen(page);
  });

  await test.step('the end', async () => {
    await page.goto(`${lessonPath(id)}#done`);
    await expect(page.getByRole('heading', { level: 1, name: 'Geschafft' })).toBeVisible();
    // Opened here, its code is still on its way.
    await expect(page.getByText(first.goal, { exact: true })).toBeVisible();
    expect(await readScreen(page)).toContain(first.goal);
  });
});

test('the feedback of an answer is read aloud, too', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await giveVoice(page, [{ lang: 'de-DE', localService: true }]);
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  await page.getByRole('main').getByRole('button', { name: 'Ich tippe neben das Menü.' }).click();
  await expect(page.getByText('Richtig', { exact: true })).toBeVisible();
  expect(await page.evaluate<string[]>(sentences)).toContain('Ein Tipp auf eine freie Stelle schließt es.');
});

test.describe('without a voice that lives on the device', () => {
  for (const [name, voices] of [
    ['no voice at all', []],
    ['only a voice of another language', [{ lang: 'fr-FR', localService: true }]],
    ['only a voice from the network', [{ lang: 'de-DE', localService: false }]]
  ] as const) {
    test(`"Vorlesen" is not offered: ${name}`, async ({ page, shared }) => {
      const lesson = await lessonAt(shared.server.url, { lesson: id });
      await giveVoice(page, [...voices]);
      await page.goto(lessonPath(id));
      await seeStep(page, lesson, 1);
      await expect(
        page.getByRole('button', { name: 'Hilfe' }).or(page.getByRole('link', { name: 'Hilfe' }))
      ).toBeVisible();
      await expect(page.getByRole('button', { name: 'Vorlesen' })).toHaveCount(0);
    });
  }
});
