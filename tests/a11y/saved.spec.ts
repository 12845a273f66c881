import { holds, sampledLocales, test } from '../support/accessible';
import { enrolled, signedIn } from '../support/club-pages';
import { cutOff, refuseAll } from '../support/outbox';
import { expect } from '../support/test';

for (const locale of sampledLocales) {
  test(`the page of what is saved holds in ${locale}: with refused and waiting entries, and the question`, async ({
    page,
    club
  }) => {
    const { url } = club.server;
    await signedIn(page.context(), club, 'trainer');
    await page.goto(`${url}/${locale}/club/meetings/${club.facts.meeting}`);
    const list = page.getByRole('main').getByRole('list').first();
    const mend = await refuseAll(page, 'conflict');
    await list.getByRole('button').first().click();
    await expect(
      page.getByRole('main').getByRole('link', { name: /Einträge ansehen|Look at the entries/ })
    ).toBeVisible();
    await mend();
    await cutOff(page);
    await list.getByRole('listitem').nth(1).getByRole('button').first().click();
    await expect(list.getByRole('listitem').nth(1).getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
    await page.goto(`${url}/${locale}/status`);
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(3);
    await holds(page);
    await page.setViewportSize({ width: 320, height: 740 });
    await holds(page);
    await page
      .getByRole('button', { name: /löschen|Delete/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await holds(page);
  });

  test(`a tablet with entries of others holds in ${locale}`, async ({ page, club }) => {
    const { url } = club.server;
    await enrolled(page.context(), club);
    await page.goto(`${url}/${locale}/who`);
    await page.getByRole('button', { name: 'Anna' }).click();
    await expect(page.getByRole('complementary')).toContainText('Anna');
    await cutOff(page);
    await page.goto(`${url}/${locale}/courses/tablet-basics/tap-swipe-scroll`);
    const offered = page.waitForRequest((request) => request.postData()?.includes('step.completed') ?? false);
    await page.locator('[data-primary]').click();
    await offered;
    await page.goto(`${url}/${locale}/who`);
    await page.getByRole('button', { name: 'Bernd' }).click();
    await expect(page.getByRole('complementary')).toContainText('Bernd');
    await page.goto(`${url}/${locale}/status`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await holds(page);
  });
}
