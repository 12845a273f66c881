import type { Page } from '@playwright/test';
import { asTablet, signedIn, takeTablet, untilKeptOffline } from '../support/club-pages';
import { expect, test } from '../support/test';

const card = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, level: 2 }) });

test('before the evening a tablet says what is ready, what to do, and without a network what it cannot know', async ({
  club,
  newBrowser
}) => {
  const context = await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' });
  const page = await asTablet(context, club);

  await test.step('a tablet without its course: green for what is well, a key for what is missing', async () => {
    await signedIn(context, club, 'trainer');
    await page.goto('/de/club');
    await page.getByRole('link', { name: 'Abend vorbereiten' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Abend vorbereiten');
    await expect(page.getByText('Ein Punkt ist noch zu tun.')).toBeVisible();
    for (const name of ['Namen und Termine', 'Uhr', 'Einträge', 'Version der App'])
      await expect(card(page, name)).toContainText('In Ordnung');
    await expect(card(page, 'Kurse')).toContainText('Zu tun');
    await card(page, 'Kurse').getByRole('button', { name: 'Jetzt laden' }).click();
    await expect(card(page, 'Kurse')).toContainText('In Ordnung');
    await expect(page.getByText('Alles ist bereit.')).toBeVisible();
  });

  await test.step('the trainer sees the other tablets as they last reported', async () => {
    await expect(page.getByRole('region', { name: 'Tablets' })).toContainText('Beim letzten Kontakt');
  });

  await test.step('without a network it opens all the same, and shows nothing green that it cannot know', async () => {
    await untilKeptOffline(page);
    await takeTablet(page, 'Anna');
    await club.server.kill();
    await page.goto('/de/club/prepare');
    await expect(card(page, 'Kurse')).toContainText('In Ordnung');
    await expect(card(page, 'Version der App')).toContainText('Nicht geprüft');
    await expect(page.getByText('Der Server ist jetzt nicht zu erreichen.')).toBeVisible();
    await expect(page.getByText('Alles ist bereit.')).toHaveCount(0);
  });
});
