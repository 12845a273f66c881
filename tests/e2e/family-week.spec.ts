import { expect, test, type Page } from '@playwright/test';
import { startServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';

/** What a key says besides to those who hear it follows after a colon. */
const key = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name.split(': ').join(' ?: ')}$`) });
const week = (page: Page, kind: string) => page.getByRole('table', { name: kind });
const row = (page: Page, kind: string, head: string) =>
  week(page, kind)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: head }) });

test('a family enters its week by hand with no network, takes back, finds it again and prints it on one sheet', async () => {
  const server = await startServer();
  const phone = await unpackTablet();
  await phone.page.setViewportSize({ width: 360, height: 740 });
  const lesson = await phone.page.request.get(`${server.url}/de/courses/money-time-rules/plan-time`);
  expect(await lesson.text()).toContain('href="/de/family/week"');
  await phone.page.goto(`${server.url}/de/family`);
  let { page } = phone;
  await page.getByRole('link', { name: 'Unsere Woche öffnen' }).click();
  await untilKept(page, /\/de\/family\/week$/);
  await server.kill();

  await expect(page.getByText('Wir überwachen nichts.')).toBeVisible();
  await page.getByText('Tag für Tag').click();
  await page.getByRole('button', { name: /^Montag/ }).press('Enter');
  await key(page, '9 Std. eintragen: Schlaf').press('Enter');
  await expect(key(page, '½ Std. mehr: Schlaf')).toBeFocused();
  await expect(row(page, 'Schlaf', 'Montag').getByRole('cell').first()).toHaveText('9 Std.');
  await key(page, '15 Min. eintragen: Bildschirm').click();
  await expect(row(page, 'Zusammen am Tag', 'Montag').getByRole('cell').first()).toHaveText('9 Std. 15 Min.');
  await key(page, 'So für Montag bis Freitag').press('Enter');
  await expect(row(page, 'Schlaf', 'Woche').getByRole('cell').first()).toHaveText('45 Std.');
  await key(page, 'Wie es war').press('Enter');
  await key(page, 'Alles war wie vereinbart').press('Enter');
  const was = row(page, 'Schlaf', 'Montag').getByRole('cell').last();
  await expect(was).toHaveText('9 Std.');
  await key(page, 'Rückgängig').press('Enter');
  await expect(was).toContainText('nichts eingetragen');
  await key(page, '9 Std. eintragen: Schlaf').press('Enter');
  await expect(page.getByText('Montag, Schlaf, so war es: 9 Std.')).toBeVisible();
  await page.getByRole('button', { name: /^Dienstag/ }).press('Enter');
  await key(page, 'Was wir vereinbaren').press('Enter');
  await key(page, '½ Std. weniger: Schlaf').press('Enter');
  await expect(row(page, 'Schlaf', 'Woche').getByRole('cell')).toHaveText(['44 Std. 30 Min.', '9 Std.']);
  // Leaving the page keeps what was pressed last.
  await page.getByRole('link', { name: 'Zu unserer Vereinbarung' }).click();
  await expect(page.getByRole('button', { name: 'Als Datei sichern' })).toBeVisible();

  page = await phone.restart();
  await page.goto(`${server.url}/de/family/week`);
  // Something is agreed, so what was is what one comes for.
  await expect(key(page, 'Wie es war')).toHaveAttribute('aria-pressed', 'true');
  await page.getByText('Tag für Tag').click();
  await expect(row(page, 'Schlaf', 'Woche').getByRole('cell')).toHaveText(['44 Std. 30 Min.', '9 Std.']);
  await key(page, 'Woche danach').click();
  await expect(row(page, 'Schlaf', 'Woche').getByRole('cell').first()).toHaveText('44 Std. 30 Min.');
  await expect(row(page, 'Schlaf', 'Woche').getByRole('cell').last()).toContainText('nichts eingetragen');
  await page.emulateMedia({ media: 'print' });
  const sheet = week(page, 'Unsere Woche');
  await expect(sheet.getByRole('row', { name: 'Montag' })).toContainText('9 Std. 15 Min.');
  const points = await sheet.evaluate((table) => Number.parseFloat(getComputedStyle(table).fontSize) * 0.75);
  expect(points).toBeGreaterThan(14.9);
  await expect(page.getByRole('heading')).toHaveCount(0);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await phone.putAway();
});
