import type { Page } from '@playwright/test';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

/** One part alone on the page: the query narrows it down once the script is at work. */
async function openPart(page: Page, part: string): Promise<void> {
  await page.goto(`/de/parts?part=${part}`);
  await expect(page.locator('#button')).toHaveCount(0);
}

test('a dialog reads its question first, closes with Escape and gives the focus back', async ({ page }) => {
  await openPart(page, 'dialog');
  const opener = page.getByRole('button', { name: 'Dialog öffnen' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sind Sie Gisela?' });
  await expect(dialog.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Nein, jemand anders' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a dialog that is opened again before the browser has told of its closing stays open', async ({ page }) => {
  await openPart(page, 'dialog');
  const opener = page.getByRole('button', { name: 'Dialog öffnen' });
  await opener.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  const [isClosed, isOpen] = await opener.evaluate(async (key: HTMLElement) => {
    const dialog = document.querySelector('dialog');
    const told = new Promise((done) => dialog?.addEventListener('close', done, { once: true }));
    dialog?.querySelector('button')?.click();
    await Promise.resolve();
    const closedFirst = dialog?.open === false;
    key.click();
    await told;
    await new Promise((done) => setTimeout(done));
    return [closedFirst, dialog?.open];
  });
  expect([isClosed, isOpen]).toEqual([true, true]);
});

test('the second tap of a trembling hand does nothing', async ({ page }) => {
  await openPart(page, 'tool');
  const tool = page.getByRole('button', { name: 'Anhalten' });
  await tool.dblclick();
  // Once: it is off now. Twice would have switched it on again.
  await expect(tool).toHaveCount(0);
});

test('a chosen answer explains itself in a status, and another answer can be chosen', async ({ page }) => {
  await openPart(page, 'choice');
  const answer = page.getByRole('button', { name: 'Ich weiß es nicht.' });
  await answer.click();
  await expect(answer).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Gut zu wissen' })).toBeVisible();
  await page.getByRole('button', { name: 'Ich rufe die alte Nummer an.' }).focus();
  await page.keyboard.press('Enter');
  await expect(answer).toHaveAttribute('aria-pressed', 'false');
});

test('a tap that slides off a key does nothing', async ({ page }) => {
  await openPart(page, 'dialog');
  const opener = page.getByRole('button', { name: 'Dialog öffnen' });
  await opener.hover();
  await page.mouse.down();
  await page.mouse.move(4, 4);
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a field holds its words, its help and what was not understood together', async ({ page }) => {
  await openPart(page, 'field');
  const field = page.getByRole('textbox', { name: 'Wann haben Sie Geburtstag?' });
  await expect(field).toHaveAccessibleDescription(
    'Zum Beispiel: 3. Mai 1950 Wir haben den Monat nicht verstanden. Schreiben Sie ihn bitte aus.'
  );
  await expect(field).toHaveValue('3. 5ai 1950');
});
