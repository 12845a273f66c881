import type { Locator, Page } from '@playwright/test';
import { kinds } from '../../src/lib/practice/kinds';
import { lessonAt, lessonPath, seeTitle, tabTo } from '../support/lesson';
import { expect, test } from '../support/test';

/** Comes to a control with Tab alone, and presses a key there. */
async function pressAt(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Comes to a field with Tab alone, and writes into it. */
async function writeAt(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

test('an agreement is built and signed, and a week filled in, with the keyboard alone', async ({ page }) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto('/de/family');
  await pressAt(page, page.locator('summary').filter({ hasText: 'Orte' }));
  await pressAt(page, button('Beim Essen liegen alle Geräte weg.'), 'Space');
  await writeAt(page, page.getByRole('textbox', { name: 'Ihre Regel' }), 'Kakao am Sonntag.');
  await pressAt(page, button('Regel dazunehmen'));
  await expect(page.getByText('Bis jetzt sind es 2 Regeln.')).toBeVisible();
  await pressAt(page, button(/^Herausnehmen.*Kakao/));
  await expect(page.getByText('Bis jetzt ist es eine Regel.')).toBeVisible();
  await pressAt(page, page.getByRole('link', { name: 'Weiter zu den Meinungen' }));
  await expect(page.getByRole('heading', { name: 'Was sagen Sie dazu?' })).toBeFocused();
  for (const yes of await page.getByRole('radio', { name: 'Ja' }).all()) await pressAt(page, yes, 'Space');
  await expect(page.getByText('Gilt. Beide sagen Ja.')).toBeVisible();
  await pressAt(page, page.getByRole('link', { name: 'Weiter zu den Unterschriften' }));
  await writeAt(page, page.getByLabel('Schreib deinen Namen'), 'Mia');
  await page.keyboard.press('Enter');
  await writeAt(page, page.getByLabel('Schreiben Sie Ihren Namen'), 'Kim');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ihre Vereinbarung gilt.')).toBeVisible();

  await pressAt(page, page.getByRole('link', { name: 'Unsere Woche öffnen' }));
  await pressAt(page, button('Woche danach'));
  await pressAt(page, button(/^9 Std\. eintragen/));
  await expect(page.getByRole('region', { name: 'Schlaf', exact: true })).toContainText('9 Std.');
  await pressAt(page, button('So für Montag bis Freitag').or(button('So für Samstag und Sonntag')), 'Space');
  await pressAt(page, page.locator('summary').filter({ hasText: 'Tag für Tag' }));
  await expect(page.getByRole('table', { name: 'Schlaf' }).getByText('9 Std.', { exact: true }).nth(1)).toBeVisible();
  await pressAt(page, button('Rückgängig'));
});

test('a game of blocks is put together with the keyboard alone', async ({ page, shared }) => {
  const course = 'make-it-yourself';
  const lesson = await lessonAt(shared.server.url, { course, lesson: 'first-block-game' });
  const [index, step] = [...lesson.steps.entries()].find(([, { practice }]) => practice?.kind === 'blocks') ?? [0];
  if (!step) throw new Error('The lesson has no blocks');
  await page.goto(`${lessonPath(lesson.id, 'de', course)}#${index + 1}`);
  await seeTitle(page, step);
  // So many by Tab, which lay blocks and choose among them; the others would only take longer.
  const byTab = 6;
  const practice = page.locator('main [data-practice="blocks"]').filter({ visible: true });
  const controls = kinds['blocks']?.controls(step.practice?.params) ?? [];
  expect(controls.length).toBeGreaterThan(byTab);
  for (const [place, { id }] of controls.entries()) {
    const control = practice.locator(`[data-control="${id}"]`);
    await (place < byTab ? pressAt(page, control) : control.press('Enter'));
  }
  await expect(practice).toHaveAttribute('data-practice-state', 'done');
});
