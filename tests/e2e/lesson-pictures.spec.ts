import type { Page } from '@playwright/test';
import { lessonAt, lessonPath, seeStep } from '../support/lesson';
import { expect, test } from '../support/test';

const lesson = 'know-your-tablet';
const picture = (page: Page) => page.getByRole('main').getByRole('img', { name: /Tablet von vorn/ });

/** What of a picture reaches the eye when the letters are there: each of its parts with its size and its colour. */
async function seen(page: Page): Promise<string[]> {
  await seeStep(page, await lessonAt(new URL(page.url()).origin, { lesson }), 2);
  await expect(picture(page).locator('svg')).toBeVisible();
  return picture(page).evaluate(async (figure) => {
    await document.fonts.ready;
    return [figure, ...figure.querySelectorAll('*')].map((part) => {
      const { width, height } = part.getBoundingClientRect();
      return `${part.localName} ${width.toFixed(1)} × ${height.toFixed(1)} ${getComputedStyle(part).fill}`;
    });
  });
}

/** The lesson's document arrives as something else. */
async function answerWith(page: Page, change: (document: string, shell: string) => string): Promise<void> {
  await page.route(`**${lessonPath(lesson)}`, async (route) => {
    const [answer, shell] = await Promise.all([route.fetch(), page.request.get('/de/shell')]);
    await route.fulfill({ response: answer, body: change(await answer.text(), await shell.text()) });
  });
}

test('a picture looks the same from the document, by a link, from the shell and from a broken document', async ({
  page,
  newBrowser
}) => {
  await page.goto(`${lessonPath(lesson)}#2`);
  const fromDocument = await seen(page);
  expect(fromDocument.length).toBeGreaterThan(20);

  const byLink = await (await newBrowser()).newPage();
  await byLink.goto('/de/courses/tablet-basics');
  await byLink.getByRole('main').getByRole('link', { name: 'Lektion 1 anfangen' }).click();
  await byLink.getByRole('contentinfo').getByRole('link', { name: 'Weiter zu Schritt 2' }).click();
  expect(await seen(byLink)).toEqual(fromDocument);

  const inShell = await (await newBrowser()).newPage();
  await answerWith(inShell, (_, shell) => shell);
  await inShell.goto(`${lessonPath(lesson)}#2`);
  expect(await seen(inShell)).toEqual(fromDocument);

  const broken = await (await newBrowser()).newPage();
  await answerWith(broken, (document) => document.replace(/<main [^>]*>/, '$&<p>Eine Erweiterung war hier.</p>'));
  await broken.goto(`${lessonPath(lesson)}#2`);
  expect(await seen(broken)).toEqual(fromDocument);
  await expect(broken.getByText('Eine Erweiterung')).toHaveCount(0);
});
