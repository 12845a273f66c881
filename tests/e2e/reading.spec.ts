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

test('on paper all steps stand below one another, without keys and bars; with a code, lines and own notes in two sizes', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#3`);
  await seeStep(page, lesson, 3);
  await page.emulateMedia({ media: 'print' });
  for (const title of titles(lesson))
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await page.emulateMedia({ media: null });

  await page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await page.getByRole('banner').getByRole('link', { name: 'Hilfe' }).click();
  const dialog = page.getByRole('dialog');
  const key = (name: string) => dialog.getByRole('button', { name });
  await tap(key('Diese Lektion drucken oder weitergeben'), () =>
    expect(key('Klein drucken, A5')).toBeVisible({ timeout: 1000 })
  );
  await page.evaluate(() =>
    Object.assign(navigator, { share: (what: ShareData) => Promise.resolve(Object.assign(window, { shared: what })) })
  );
  const address = new URL(lessonPath(id), page.url()).href;
  await tap(key('An jemanden weitergeben'), async () =>
    expect(await page.evaluate(() => Reflect.get(window, 'shared')?.url)).toBe(address)
  );
  await page.evaluate(() => Object.assign(navigator, { share: undefined }));
  await tap(key('An jemanden weitergeben'), () =>
    expect(dialog.getByText(address, { exact: true })).toBeVisible({ timeout: 1000 })
  );
  for (const [name, size] of [
    ['Klein drucken, A5', '420 × 595'],
    ['Groß drucken, A4', '595 × 842']
  ] as const) {
    await tap(key(name), () =>
      expect(page.locator('html')).toHaveAttribute('data-paper', name.slice(-2).toLowerCase(), { timeout: 300 })
    );
    expect(new Set(pageSizes(await page.pdf({ preferCSSPageSize: true })))).toEqual(new Set([size]));
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /^Code zur Lektion/ })).toBeVisible();
  await expect(page.getByText('Meine Notizen', { exact: true })).toBeVisible();
  await expect(dialog).toBeHidden();
});
