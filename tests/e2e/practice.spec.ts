import type { Locator, Page } from '@playwright/test';
import { examples } from '../../src/lib/practice/examples';
import { alive } from '../support/accessible';
import { tap } from '../support/lesson';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

const example = async (page: Page, name: string): Promise<Locator> => {
  await page.goto(`/de/practice-examples/${name}`);
  const practice = page.locator('[data-practice]');
  await expect(practice).toBeVisible();
  return practice;
};

const control = (practice: Locator, id: string): Locator => practice.locator(`[data-control="${id}"]`);

/** By key alone: second taps are held back for fingers only. */
const press = (practice: Locator, id: string): Promise<void> => control(practice, id).press('Enter');

async function middleOf(key: Locator): Promise<{ x: number; y: number }> {
  const box = await key.boundingBox();
  if (!box) throw new Error('It does not show.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the pretend Wi-Fi is joined in the list as well, and a real password is stopped kindly', async ({ page }) => {
  const practice = await example(page, 'settings-wifi-connect');
  await practice.getByRole('button', { name: 'Als Liste' }).click();
  await press(practice, 'wifi');
  await press(practice, 'wifi-power');
  await press(practice, 'garden');
  const field = practice.getByRole('textbox');
  await field.fill('Hannelore1944');
  await field.press('Enter');
  await expect(practice.getByRole('status')).toContainText('Bitte keine echten Daten');
  await expect(field).toHaveValue('');
  await field.fill('Apfelbaum7');
  await field.press('Enter');
  await expect(practice).toHaveAttribute('data-practice-state', 'done');
});

test('the pretend keyboard has its keys in the list as well, and a real number is not kept', async ({ page }) => {
  const practice = await example(page, 'keyboard-first-sentence');
  await practice.getByRole('button', { name: 'Als Liste' }).click();
  const field = practice.getByRole('textbox');
  await field.fill('0251 123456');
  await field.press('Enter');
  await expect(practice.getByRole('status')).toContainText('Bitte keine echten Daten');
  await expect(practice).not.toContainText('0251');
  for (const sign of 'hallo') await press(practice, `key-${sign}`);
  await press(practice, 'key-check');
  await expect(practice).toHaveAttribute('data-practice-goal', '1');
});

test('a slip stays in its field to be mended, and a real account number leaves it', async ({ page }) => {
  const practice = await example(page, 'bank-plumber-bill');
  const answer = practice.getByRole('status');
  const iban = practice.getByRole('textbox', { name: 'IBAN' });
  await iban.fill('DE00 0000 2468 1375 9000 00');
  await iban.press('Enter');
  await expect(answer).toContainText('Block 4');
  await expect(iban).toHaveValue('DE00 0000 2468 1375 9000 00');
  await iban.fill('DE89 3704 0044 0532 0130 00');
  await iban.press('Enter');
  await expect(answer).toContainText('Bitte keine echten Daten');
  await expect(iban).toHaveValue('');
  await iban.fill('de00 0000 2468 1357 9000 00');
  await iban.press('Enter');
  // The field has become a line; the focus stays in its row.
  await expect(control(practice, 'change-iban')).toBeFocused();
});

test('a long press is explained, a slip of 12 pixels still counts, a second tap at once does not', async ({ page }) => {
  const practice = await example(page, 'touch-tiles-easy');
  const answer = practice.getByRole('status');
  const { x, y } = await middleOf(control(practice, 'sunflower'));
  await page.mouse.move(x, y);
  const since = await page.evaluate(() => performance.now());
  await page.mouse.down();
  await page.waitForFunction((start) => performance.now() - start > 750, since);
  await page.mouse.up();
  await expect(answer).toHaveText('Tippen Sie kurz, wie auf eine Klingel.');

  const edge = (await control(practice, 'sunflower').boundingBox())?.width ?? 0;
  await expect(async () => {
    await page.mouse.move(x + edge / 2 - 4, y);
    await page.mouse.down();
    await page.mouse.move(x + edge / 2 + 8, y);
    await page.mouse.up();
    await expect(practice).toHaveAttribute('data-practice-goal', '1', { timeout: 300 });
  }).toPass({ intervals: [50] });

  await page.mouse.down();
  await page.mouse.up();
  await expect(answer).toContainText('Getroffen');
});

test('an outcome is told once, however often somebody starts again', async ({ page }) => {
  const practice = await example(page, 'settings-text-larger');
  const solve = async (): Promise<void> => {
    for (const id of ['open-display', 'text-size-more', 'text-size-more', 'text-size-less']) await press(practice, id);
    await expect(practice).toHaveAttribute('data-practice-state', 'done');
  };
  await solve();
  await practice.getByRole('button', { name: 'Von vorn' }).click();
  await expect(practice).toHaveAttribute('data-practice-state', 'open');
  await solve();
  await expect(page.locator('[data-outcomes]')).toHaveAttribute('data-outcomes', 'done');
});

test('when a control goes away, the focus goes to the task and not to the top of the page', async ({ page }) => {
  const practice = await example(page, 'touch-tiles-easy');
  await press(practice, 'sunflower');
  await expect(practice).toHaveAttribute('data-practice-goal', '1');
  await page.keyboard.press('Tab');
  await expect(control(practice, 'butterfly')).toBeFocused();
});

test('help names the next right place, and the outcome says that help was there', async ({ page }) => {
  const practice = await example(page, 'touch-apps-close');
  await practice.getByRole('button', { name: 'Hinweis' }).click();
  await expect(practice.getByRole('status')).toHaveText('Tippen Sie auf: Notizen.');
  const help = (name: string) => practice.getByRole('button', { name, exact: true });
  await tap(help('Schritt für Schritt'), () => expect(help('Vormachen')).toBeVisible({ timeout: 300 }));
  await tap(help('Vormachen'), () => expect(practice).toHaveAttribute('data-practice-goal', '1', { timeout: 300 }));
  await expect(practice.getByRole('status')).toContainText('So geht es: Tippen Sie auf: Notizen.');
  await expect(practice.getByRole('status')).toContainText('Tippen Sie unten auf: Start.');
  await expect(control(practice, 'key-home')).toHaveClass(/outlined/);
  await practice.getByRole('button', { name: 'Rückgängig' }).press('Enter');
  await expect(practice).toHaveAttribute('data-practice-goal', '0');
  for (const id of ['memo', 'key-home', 'camera', 'key-overview', 'close-memo']) await press(practice, id);
  await expect(page.locator('[data-outcomes]')).toHaveAttribute('data-outcomes', 'helped');
});

test('a form stops what seems real, keeps a slip to be mended, and names the box ticked beforehand', async ({
  page
}) => {
  const practice = await example(page, 'form-town-hall-date');
  const answer = practice.getByRole('status');
  const name = practice.getByRole('textbox', { name: 'Vorname und Name' });
  const birthday = practice.getByRole('textbox', { name: 'Geburtstag' });
  for (const id of ['reason-card', 'slot-noon', 'next']) await press(practice, id);
  await name.fill('0251 123456');
  await birthday.fill('5.3.1950');
  await press(practice, 'next');
  await expect(answer).toContainText('Bitte keine echten Daten');
  await expect(name).toHaveValue('');
  await expect(birthday).toHaveValue('5.3.1950');

  await press(practice, 'fill-name');
  await birthday.fill('3.5.1950');
  await birthday.press('Enter');
  await press(practice, 'send');
  await expect(answer).toContainText('Sie bekommen jede Woche den Rathaus-Rundbrief.');
});

test('the examples page leads to every example', async ({ page }) => {
  await page.goto('/de/practice-examples');
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(examples.length);
});

test('arrows go through menus as a pad does, and a PIN that a child guesses leaves its field', async ({ page }) => {
  const practice = await example(page, 'parental-rocket-pc');
  await control(practice, 'open-time').focus();
  await page.keyboard.press('ArrowDown');
  await expect(control(practice, 'open-lock')).toBeFocused();
  await page.keyboard.press('Enter');
  const pin = practice.getByRole('textbox', { name: 'Eine PIN mit 4 Ziffern' });
  await pin.fill('2014');
  await pin.press('Enter');
  await expect(practice.getByRole('status')).toContainText('Das Geburtsjahr errät Ihr Kind');
  await expect(pin).toHaveValue('');
});

test('a practice leaves the screen with its step; back, forward, rotation and the largest text leave it as it was', async ({
  page
}) => {
  await page.goto('/de/courses/tablet-basics/tap-swipe-scroll#2');
  await alive(page);
  const practice = page.locator('[data-practice]').first();
  const foot = page.getByRole('contentinfo').getByRole('link');
  await foot.press('Enter');
  await press(practice, 'sunflower');
  await expect(practice).toHaveAttribute('data-practice-goal', '1');
  const isAsItWas = async () => {
    await expect(practice).toHaveAttribute('data-practice-goal', '1');
    await expect(control(practice, 'butterfly')).toBeVisible();
  };
  await page.goBack();
  await expect(page).toHaveURL(/#2$/);
  await expect(practice).toBeHidden();
  await page.goForward();
  await isAsItWas();
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.evaluate(() => (document.documentElement.dataset['text'] = '200'));
  await isAsItWas();
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(foot).toHaveText('Später üben');
  await tap(foot, () => expect(page).toHaveURL(/#4$/, { timeout: 300 }));
  await expect(practice).toBeHidden();
  await page.goBack();
  await isAsItWas();
});
