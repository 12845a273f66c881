import { examples } from '../../src/lib/practice/examples';
import { alive, holds, locales } from '../support/accessible';
import { expect, test } from '../support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const locale of locales) {
  test(`every example of every part holds in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/parts`);
    await alive(page);
    await holds(page, 'staff');
  });

  for (const { name } of examples)
    test(`the practice example ${name} holds in ${locale}, as a picture and as a list`, async ({ page }) => {
      await page.goto(`/${locale}/practice-examples/${name}`);
      await expect(page.locator('[data-practice-state="open"]')).toBeVisible();
      await holds(page);
      await page.locator('[data-practice-tool="hint"]').click();
      await page.locator('[data-practice-tool="view"]').click();
      await expect(page.locator('.as-list')).toBeVisible();
      await holds(page);
    });
}
