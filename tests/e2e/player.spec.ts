import { expect, test } from '../support/test';

test('the shelf opens', async ({ page }) => {
  await page.goto('/de');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
