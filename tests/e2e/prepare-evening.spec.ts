import type { Page } from '@playwright/test';
import { dayOf, daysFrom } from '../../src/lib/club/zone';
import { alive, holds } from '../support/accessible';
import { asStaff, asTablet, rowOf, signedIn, takeTablet, untilKeptOffline } from '../support/club-pages';
import { send } from '../support/office-pages';
import { expect, test } from '../support/test';

const card = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, level: 2 }) });

test('before the evening a tablet says what is ready, what to do, and without a network what it cannot know', async ({
  club,
  newBrowser,
  browserErrors
}) => {
  browserErrors.expect(/status of 410/);
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

  await test.step('a list that was kept on paper is keyed in for its day, on which no series has a meeting', async () => {
    await page.goto('/de/club');
    await page.getByRole('link', { name: 'Liste vom Papier nachtragen' }).click();
    const day = daysFrom(dayOf(Date.now()), -3);
    await page.getByLabel('Datum').fill(day);
    await page.getByLabel('Beginn').fill('14:00');
    await page.getByLabel('Ende').fill('16:00');
    await send(page.getByRole('button', { name: 'Liste öffnen' }));
    await expect(page).toHaveURL(new RegExp(`${day}$`));
    await expect(page.getByText('Wann Sie es eingetragen haben, bleibt sichtbar.')).toBeVisible();
    const { mark } = rowOf(page, 'Anna');
    await mark.click();
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/de/club/prepare');
    await untilKeptOffline(page);
  });

  const office = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');

  await test.step('the office takes a group into the next term, sees it before, and takes it back', async () => {
    await office.goto('/de/office/groups');
    await office.getByRole('link', { name: 'Neues Halbjahr' }).click();
    await alive(office);
    await office.getByRole('checkbox', { name: /^Montagsgruppe/ }).check();
    await send(office.getByRole('button', { name: 'Vorschau zeigen' }));
    await expect(office.getByText('Es ist noch nichts angelegt.')).toBeVisible();
    await office.getByLabel('Name im neuen Halbjahr').fill('Montag im Frühjahr');
    await office.getByRole('checkbox', { name: 'Bernd K.' }).uncheck();
    await holds(office, 'staff');
    await send(office.getByRole('button', { name: '1 Gruppe anlegen' }));
    await expect(office.getByText('Das neue Halbjahr ist angelegt: Montag im Frühjahr.')).toBeVisible();
    await send(office.getByRole('button', { name: 'Rückgängig machen' }));
    await expect(office.getByText('Das neue Halbjahr ist zurückgenommen.')).toBeVisible();
  });

  await test.step('the office resets a password by a link that is shown once: whoever has it chooses one and is in', async () => {
    await office.goto('/de/office/staff');
    await office.getByText(`Neues Passwort: ${club.facts.trainer.name}`).click();
    await send(office.getByRole('button', { name: `Einmal-Link machen: ${club.facts.trainer.name}` }));
    const said = office.getByRole('status').filter({ hasText: 'geht nur einmal' });
    const link = /http:\S+new-password\S+/.exec(await said.innerText())?.[0] ?? '';
    const trainer = await (await newBrowser({ baseURL: club.server.url })).newPage();
    await trainer.goto(link);
    await expect(trainer.getByText(club.facts.trainer.username, { exact: true })).toBeVisible();
    await holds(trainer, 'staff');
    await trainer.getByLabel('Neues Passwort', { exact: true }).fill('regen auf dem dach');
    await trainer.getByLabel('Neues Passwort noch einmal').fill('regen auf dem dach');
    await send(trainer.getByRole('button', { name: 'Passwort speichern' }));
    await expect(trainer.getByText(`Angemeldet als ${club.facts.trainer.name}`)).toBeVisible();
    expect((await trainer.goto(link))?.status()).toBe(410);
  });

  await test.step('without a network it opens all the same, and shows nothing green that it cannot know', async () => {
    await takeTablet(page, 'Anna');
    await club.server.kill();
    await page.goto('/de/club/prepare');
    await expect(card(page, 'Kurse')).toContainText('In Ordnung');
    await expect(card(page, 'Version der App')).toContainText('Nicht geprüft');
    await expect(page.getByText('Der Server ist jetzt nicht zu erreichen.')).toBeVisible();
    await expect(page.getByText('Alles ist bereit.')).toHaveCount(0);
  });
});
