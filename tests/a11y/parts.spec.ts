import { expect } from '@playwright/test';
import { examples } from '../../src/lib/practice/examples';
import { alive, follow, holds, sampledLocales, test } from '../support/accessible';
import { isThorough } from '../support/axe';

for (const locale of sampledLocales) {
  test(`every example of every part holds in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/parts`);
    await alive(page);
    await holds(page, 'staff');
  });

  test(`every practice example holds in ${locale}, as a picture and as a list`, async ({ page }) => {
    await page.goto(`/${locale}/practice-examples`);
    await alive(page);
    await holds(page);
    for (const { name } of examples.filter(({ further }) => isThorough || !further)) {
      await follow(page, `/${locale}/practice-examples/${name}`);
      await expect(page.locator('[data-practice-state="open"]')).toBeVisible();
      await holds(page);
      await page.locator('[data-practice-tool="hint"]').click();
      await page.locator('[data-practice-tool="view"]').click();
      await expect(page.locator('.as-list')).toBeVisible();
      await holds(page);
    }
  });
}
