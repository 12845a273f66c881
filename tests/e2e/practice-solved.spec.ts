import type { Page } from '@playwright/test';
import { locales } from '../../src/lib/i18n/locales';
import { examples, type PracticeExample } from '../../src/lib/practice/examples';
import { kinds } from '../../src/lib/practice/kinds';
import { readScene } from '../support/scenes';
import { expect, test } from '../support/test';

/** `npm run test:practices` solves every scene in every language; `npm test` one scene of each kind. */
const isThorough = process.env['EVERY_SCENE'] !== undefined;

const inOrder = examples.filter(({ dir, helpMode }) => dir === undefined && helpMode === undefined);
const firstOfKind = inOrder.filter(({ kind }, index) => inOrder.findIndex((one) => one.kind === kind) === index);
const wanted = isThorough ? inOrder : firstOfKind;
const languages = isThorough ? locales : (['de'] as const);

/** Solves a scene as somebody with a keyboard does: each control is focused and pressed, nothing is pointed at. */
async function solve(
  page: Page,
  { name, kind, scene }: PracticeExample,
  locale: (typeof locales)[number]
): Promise<void> {
  await page.goto(`/${locale}/practice-examples/${name}`);
  const practice = page.locator('[data-practice]');
  await expect(practice).toBeVisible();
  for (const { id, write } of kinds[kind]?.controls(readScene(kind, scene, locale)) ?? []) {
    if (write) await page.locator(`[data-write="${write.into}"]`).fill(write.text);
    await practice.locator(`[data-control="${id}"]`).press('Enter');
  }
  await expect(practice, `${name} in ${locale}`).toHaveAttribute('data-practice-state', 'done');
  await expect(page.locator('[data-outcomes]')).toHaveAttribute('data-outcomes', 'done');
}

for (const locale of languages)
  test(`practices are solved by keyboard alone in ${locale}`, async ({ page }) => {
    test.setTimeout(60_000 + wanted.length * 10_000);
    for (const example of wanted) await solve(page, example, locale);
  });
