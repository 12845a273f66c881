import { holds, locales } from '../support/accessible';
import { asStaff, asTablet } from '../support/club-pages';
import { cutOff, refuseAll } from '../support/outbox';
import { expect, test } from '../support/test';

const calm = { reducedMotion: 'reduce' } as const;

for (const locale of locales) {
  test(`the page of what is saved holds in ${locale}: with refused and waiting entries, and the question`, async ({
    club,
    newBrowser
  }) => {
    const page = await asStaff(await newBrowser({ ...calm, baseURL: club.server.url }), club, 'trainer');
    await page.goto(`/${locale}/club/meetings/${club.facts.meeting}`);
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
    await page.goto(`/${locale}/status`);
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

  test(`a tablet with entries of others holds in ${locale}`, async ({ club, newBrowser }) => {
    const page = await asTablet(await newBrowser({ ...calm, baseURL: club.server.url }), club);
    await page.goto(`/${locale}/who`);
    await page.getByRole('button', { name: 'Anna' }).click();
    await expect(page.getByRole('complementary')).toContainText('Anna');
    await cutOff(page);
    await page.goto(`/${locale}/courses/tablet-basics/tap-swipe-scroll`);
    const offered = page.waitForRequest((request) => request.postData()?.includes('step.completed') ?? false);
    await page.locator('[data-primary]').click();
    await offered;
    await page.goto(`/${locale}/who`);
    await page.getByRole('button', { name: 'Bernd' }).click();
    await expect(page.getByRole('complementary')).toContainText('Bernd');
    await page.goto(`/${locale}/status`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await holds(page);
  });
}
