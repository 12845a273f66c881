import type { Page } from '@playwright/test';
import { lessonAt, lessonPath, seeStep } from '../support/lesson';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

/** What stood on <html> when the document had been read, long before any script of the app. */
async function watchFirstPaint(page: Page): Promise<() => Promise<Record<string, string>>> {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      Object.assign(window, { atFirst: { ...document.documentElement.dataset } });
    });
  });
  return () => page.evaluate(() => (window as unknown as { atFirst: Record<string, string> }).atFirst);
}

test('text size, colours and calm are chosen in a lesson, hold at once, and stand before the first paint next time', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  const atFirst = await watchFirstPaint(page);
  await page.goto(`${lessonPath(id)}#2`);
  await seeStep(page, lesson, 2);
  await page.getByRole('banner').getByRole('link', { name: 'Schrift' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schrift, Farben und Sprache' });
  await dialog.getByRole('radio', { name: 'Sehr groß' }).check();
  await dialog.getByRole('radio', { name: 'Dunkel' }).check();
  await dialog.getByRole('group', { name: 'Ruhige Ansicht' }).getByRole('radio', { name: 'An' }).check();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-text', '150');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-calm', '');
  await dialog.getByRole('button', { name: 'Schließen' }).click();
  await seeStep(page, lesson, 2);
  await page.reload();
  expect(await atFirst()).toMatchObject({ text: '150', theme: 'dark', calm: '' });
  await page.goto('/en');
  expect(await atFirst()).toMatchObject({ text: '150', theme: 'dark', calm: '' });
});

test('a dialog that closes gives the focus back to the key that opened it', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#2`);
  await seeStep(page, lesson, 2);
  for (const name of ['Schrift', 'Hilfe']) {
    const key = page.getByRole('banner').getByRole('link', { name });
    await key.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(key).toBeFocused();
  }
});

test('before anybody chooses, the colours follow the system, high contrast too', async ({ newBrowser }) => {
  for (const [theme, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { contrast: 'more' }]
  ] as const) {
    const page = await (await newBrowser(options)).newPage();
    const atFirst = await watchFirstPaint(page);
    await page.goto('/de');
    expect(await atFirst()).toMatchObject({ theme });
  }
});

test('the language is changed on a step, and the step stays', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  const easy = await lessonAt(shared.server.url, { lesson: id, locale: 'de-simple' });
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  await page.getByRole('banner').getByRole('link', { name: 'Schrift' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Besonders einfach' }).click();
  await expect(page).toHaveURL(new RegExp(`/de-simple/courses/tablet-basics/${id}#4$`));
  await seeStep(page, easy, 4);
  await page.goto('/');
  await expect(page).toHaveURL(/\/de-simple$/);
});

test('the bare address leads to the language that the browser asks for', async ({ newBrowser }) => {
  for (const [locale, expected] of [
    ['en-GB', '/en'],
    ['de-AT', '/de'],
    ['fr-FR', '/de']
  ] as const) {
    const page = await (await newBrowser({ locale })).newPage();
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe(expected);
  }
});

test('calm mode and the wish for less motion leave nothing moving', async ({ newBrowser, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  const page = await (await newBrowser({ reducedMotion: 'reduce' })).newPage();
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  expect(
    await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  ).toBe(0);
});
