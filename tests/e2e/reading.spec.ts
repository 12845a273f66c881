import type { Locator, Page } from '@playwright/test';
import { plainText, type Lesson } from '../../src/lib/content/lesson';
import { lessonAt, lessonPath, seeStep, tap } from '../support/lesson';
import { pageSizes } from '../support/paper';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';
const titles = (lesson: Lesson) => lesson.steps.map(({ title }) => title);

for (const locale of ['de', 'de-simple', 'en']) {
  test(`without a script the whole lesson can be read, all steps and answers, in ${locale}`, async ({
    newBrowser,
    shared
  }) => {
    const lesson = await lessonAt(shared.server.url, { lesson: id, locale });
    const page = await (await newBrowser({ javaScriptEnabled: false })).newPage();
    await page.goto(lessonPath(id, locale));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(titles(lesson));
    await expect(page.getByRole('main').locator('[aria-haspopup]')).toHaveCount(0);
    for (const { question } of lesson.steps) {
      if (!question) continue;
      await expect(page.getByText(plainText(question.prompt.slice(0, 1)), { exact: true })).toBeVisible();
      for (const { sentences } of question.choices)
        await expect(page.getByText(plainText(sentences.slice(0, 1)), { exact: true }).first()).toBeVisible();
    }
  });
}

test('without a script the tools are links that lead somewhere', async ({ newBrowser }) => {
  const page = await (await newBrowser({ javaScriptEnabled: false })).newPage();
  await page.goto(lessonPath(id));
  await expect(page.getByRole('link', { name: /Weiter zu Schritt/ })).toHaveCount(0);
  await page.getByRole('banner').getByRole('link', { name: 'Schrift' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schrift, Farben und Sprache');
  // Whoever is "du" in a lesson is "du" around it, in the document already.
  await page.goto('/de/courses/media-scouts/mean-in-chat');
  await expect(page.getByText(/Dein Ziel: Du/)).toBeVisible();
});

test('on paper all steps stand below one another, without keys and bars', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#3`);
  await seeStep(page, lesson, 3);
  await page.emulateMedia({ media: 'print' });
  for (const title of [lesson.title, ...titles(lesson)])
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
});

/** Nothing comes out of a printer; the sheet is looked at as a file. */
const withoutPrinter = (page: Page) => page.addInitScript(() => Object.assign(window, { print: () => undefined }));

const sizes = [
  { key: 'Drucken auf A5, dem halben Blatt', points: '420 × 595' },
  { key: 'Drucken auf A4, dem großen Blatt', points: '595 × 842' }
];

async function printsInBothSizes(page: Page, place: Page | Locator): Promise<void> {
  for (const { key, points } of sizes) {
    await tap(place.getByRole('button', { name: key }), () =>
      expect(page.locator('html')).toHaveAttribute('data-paper', key.includes('A5') ? 'a5' : 'a4', { timeout: 300 })
    );
    expect(new Set(pageSizes(await page.pdf({ preferCSSPageSize: true })))).toEqual(new Set([points]));
  }
}

test('a lesson goes to paper in two sizes with a code and own notes, and to somebody else as an address', async ({
  page,
  shared
}) => {
  await withoutPrinter(page);
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#3`);
  await seeStep(page, lesson, 3);
  await page.getByRole('button', { name: 'Notiz oder Frage' }).click();
  await page.getByRole('textbox').fill('Nur ganz kurz tippen');
  await page.getByRole('button', { name: 'Fertig' }).click();
  const help = page.getByRole('dialog', { name: 'Womit können wir helfen?' });
  const dialog = page.getByRole('dialog', { name: 'Drucken oder weitergeben' });
  await page.getByRole('banner').getByRole('link', { name: 'Hilfe' }).click();
  await help.getByRole('button', { name: 'Diese Lektion drucken oder weitergeben' }).click();
  await expect(dialog.getByRole('heading', { name: 'Drucken oder weitergeben' })).toBeFocused();
  await printsInBothSizes(page, dialog);

  const onPaper = page.getByRole('region', { name: 'Meine Notizen' });
  await page.emulateMedia({ media: 'print' });
  await expect(onPaper.getByRole('img', { name: `Code zur Lektion „${lesson.title}“` })).toBeVisible();
  await expect(onPaper).toContainText(`Schritt 3: ${lesson.steps[2]?.title}`);
  await expect(onPaper).toContainText('Nur ganz kurz tippen');
  await expect(page.locator('dialog').filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await dialog.getByRole('checkbox', { name: 'Eigene Notizen mitdrucken' }).uncheck();
  await page.emulateMedia({ media: 'print' });
  await expect(onPaper).not.toContainText('Nur ganz kurz tippen');
  await page.emulateMedia({ media: null });

  const address = new URL(lessonPath(id), page.url()).href;
  const status = dialog.getByRole('status');
  const copy = dialog.getByRole('button', { name: 'Adresse kopieren' });
  await page.evaluate(() => {
    const clipboard = { writeText: (text: string) => Promise.resolve(Object.assign(window, { copied: text })) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
  await tap(copy, () => expect(status).toContainText('Die Adresse ist kopiert.', { timeout: 1000 }));
  expect(await page.evaluate(() => Reflect.get(window, 'copied'))).toBe(address);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await tap(copy, () => expect(status).toContainText('Das Kopieren geht hier nicht.', { timeout: 1000 }));

  await page.evaluate(() => {
    const share = (what: ShareData) => Promise.resolve(Object.assign(window, { shared: what }));
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  });
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(1);
  await help.getByRole('button', { name: 'Diese Lektion drucken oder weitergeben' }).press('Enter');
  const pass = dialog.getByRole('button', { name: 'An jemanden weitergeben' });
  await expect(pass).toBeVisible();
  await expect(copy).toBeHidden();
  await pass.press('Enter');
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual({ title: lesson.title, url: address });
});

test('the words of the lessons go to paper in two sizes, and nothing else of their page', async ({ page }) => {
  await withoutPrinter(page);
  await page.goto('/de/words');
  await printsInBothSizes(page, page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'App', exact: true })).toBeVisible();
});
