import { expect, test, type Page } from '@playwright/test';
import { startServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Schritte zur Vereinbarung' }).getByRole('link', { name }).click();
const say = (page: Page, who: string, answer: string) =>
  page.getByRole('group', { name: new RegExp(`^${who}: Was`) }).getByRole('radio', { name: answer });

test('a family builds, signs and prints its agreement with no network, and finds it again', async () => {
  const server = await startServer();
  const phone = await unpackTablet();
  await phone.page.setViewportSize({ width: 360, height: 740 });
  await phone.page.goto(`${server.url}/de`);
  let { page } = phone;
  await page.getByRole('link', { name: 'Unsere Familien-Vereinbarung' }).click();
  await untilKept(page, /\/de\/family$/);
  await server.kill();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unsere Vereinbarung');
  await page.getByText('Orte', { exact: true }).click();
  await page.getByRole('button', { name: 'Beim Essen liegen alle Geräte weg.' }).click();
  await page.getByRole('textbox', { name: 'Ihre Regel' }).fill('Kein Handy beim Pfannkuchen.');
  await page.getByRole('radio', { name: 'Eltern' }).check({ force: true });
  await page.getByRole('button', { name: 'Regel dazunehmen' }).click();
  const chosen = page.getByRole('region', { name: 'Ihre Regeln' });
  await expect(chosen.getByRole('listitem')).toHaveCount(2);
  await chosen.getByRole('button', { name: /^Herausnehmen.*Beim Essen/ }).press('Enter');
  await expect(chosen.getByText('Bis jetzt ist es eine Regel.')).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).press('Enter');
  await expect(chosen.getByText('Bis jetzt sind es 2 Regeln.')).toBeVisible();

  await page.getByRole('link', { name: 'Weiter zu den Meinungen' }).click();
  await expect(page.getByRole('heading', { name: 'Was sagen Sie dazu?' })).toBeFocused();
  await expect(page).toHaveURL(/#views$/);
  await page.getByLabel('Wie heißt das Kind?').fill('Mia');
  await page.getByLabel('Wie heißen die Eltern?').fill('Mama und Papa');
  await page.getByLabel('Wie heißen die Eltern?').blur();
  await expect(page.getByRole('group', { name: 'Mama und Papa: Was sagen Sie?' })).toHaveCount(2);
  for (const rule of [0, 1]) {
    await say(page, 'Mia', 'Ja').nth(rule).check({ force: true });
    await say(page, 'Mama und Papa', rule === 0 ? 'Ja' : 'Anders')
      .nth(rule)
      .check({ force: true });
  }
  await expect(page.getByText('1 von 2 Regeln gelten schon.')).toBeVisible();

  await step(page, 'Unterschriften');
  const child = page.getByRole('region', { name: 'Unterschrift: Mia' });
  await expect(child.getByLabel('Schreib deinen Namen')).toHaveValue('Mia');
  await child.locator('[data-pad]').scrollIntoViewIfNeeded();
  const pad = await child.locator('[data-pad]').boundingBox();
  if (!pad) throw new Error('There is nothing to sign on');
  await page.mouse.move(pad.x + 20, pad.y + 20);
  await page.mouse.down();
  await page.mouse.move(pad.x + 120, pad.y + 60, { steps: 4 });
  await page.mouse.up();
  await child.getByRole('button', { name: /^Unterschreiben/ }).click();
  await expect(child.getByText('Unterschrieben am')).toBeVisible();
  await page.getByRole('button', { name: /^Unterschreiben.*Mama und Papa/ }).click();
  await expect(page.getByText('Ihre Vereinbarung gilt.')).toBeVisible();

  page = await phone.restart();
  await page.goto(`${server.url}/de/family#hang`);
  const poster = page.getByRole('article');
  await expect(poster.getByText('Beim Essen liegen alle Geräte weg.')).toBeVisible();
  await expect(poster.getByText('Pfannkuchen')).toHaveCount(0);
  await expect(poster.locator('polyline')).toHaveCount(1);
  await expect(poster.getByText('Mama und Papa')).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(poster).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByText('Wo das aufbewahrt wird')).toBeHidden();
  await phone.putAway();
});
