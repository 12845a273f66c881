import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { finishSentence, giveVoice, heard } from '../support/speech';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

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

test('reading aloud stops with "Anhalten" and with the next step', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await giveVoice(page, [{ lang: 'de-DE', localService: true }]);
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await page.getByRole('button', { name: 'Vorlesen' }).click();
  await expect(page.locator('[data-reading]')).toHaveCount(1);
  await expect(async () => {
    await page.getByRole('button', { name: 'Anhalten' }).click({ timeout: 1000 });
    await expect(page.locator('[data-reading]')).toHaveCount(0, { timeout: 300 });
  }).toPass({ intervals: [50] });
  await expect(async () => {
    await page.getByRole('button', { name: 'Vorlesen' }).click({ timeout: 1000 });
    await expect(page.locator('[data-reading]')).toHaveCount(1, { timeout: 300 });
  }).toPass({ intervals: [50] });
  await goOn(page, { lesson, from: 1 });
  await expect(page.locator('[data-reading]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Vorlesen' })).toBeVisible();
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
