import { asTablet, openSheet, rowOf, takeTablet, untilKeptOffline } from '../support/club-pages';
import { keptEvents, readRows } from '../support/database';
import { signInAsTrainer } from '../support/pin';
import { startServer } from '../support/server';
import { expect, test, type ClubAt } from '../support/test';

const closed = 'Bitte melden Sie sich an';

const sessionsOf = ({ server, facts }: ClubAt) =>
  readRows(server.dataDir, 'SELECT created_at FROM sessions WHERE staff = ?', facts.trainer.id);

test('what a trainer marks without a network arrives in their name, though a learner has taken the tablet since', async ({
  club,
  newBrowser
}) => {
  const page = await asTablet(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club);
  await signInAsTrainer(page, club);
  await openSheet(page);
  await untilKeptOffline(page);
  const before = sessionsOf(club).length;
  await club.server.kill();

  for (const name of ['Anna', 'Erika']) {
    await rowOf(page, name).mark.click();
    await expect(rowOf(page, name).mark).toHaveAttribute('aria-pressed', 'true');
  }
  await takeTablet(page, 'Bernd');
  for (const path of ['/de/club', `/de/club/meetings/${club.facts.meeting}`, `/de/club/groups/${club.facts.group}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Anna')).toHaveCount(0);
  }
  await page.goto('/de/status');
  await expect(page.getByText('Auf diesem Gerät gespeichert', { exact: false }).first()).toBeVisible();

  const { dataDir, port } = club.server;
  const again = await startServer({ dataDir, port });
  await page.reload();
  await expect.poll(() => keptEvents(dataDir, 'attendance.marked'), { timeout: 30_000 }).toHaveLength(2);
  for (const { by } of keptEvents(dataDir, 'attendance.marked')) expect(by).toBe(`staff/${club.facts.trainer.id}`);
  // The session that nobody could end without a network has ended with the first exchange.
  await expect.poll(() => sessionsOf(club).length).toBe(before - 1);
  await page.goto('/de/club');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(closed);
  await page.goto('/de/account');
  await expect(page).toHaveURL(/\/de\/sign-in/);

  // Who signs in again finds their pages, and their marks.
  await signInAsTrainer(page, club);
  await openSheet(page);
  await expect(rowOf(page, 'Anna').mark).toHaveAttribute('aria-pressed', 'true');
  await again.stop();
});

test('signing out with unsent entries says that they stay, closes the pages, and they arrive', async ({
  club,
  newBrowser
}) => {
  const context = await newBrowser({ baseURL: club.server.url });
  const page = await context.newPage();
  await signInAsTrainer(page, club);
  await openSheet(page);
  await page.route('**/api/sync**', (route) => route.abort());
  await rowOf(page, 'Anna').mark.click();
  await expect(rowOf(page, 'Anna').mark).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/de/account');
  await expect(page.getByText('2 Einträge warten noch auf diesem Gerät.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page).toHaveURL(/signed-out/);
  await expect(page.getByText('2 Einträge bleiben auf diesem Gerät gespeichert', { exact: false })).toBeVisible();
  await page.goto('/de/club');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(closed);
  expect(keptEvents(club.server.dataDir, 'attendance.marked')).toEqual([]);

  await page.unroute('**/api/sync**');
  await page.reload();
  await expect.poll(() => keptEvents(club.server.dataDir, 'attendance.marked')).toHaveLength(1);
  expect(keptEvents(club.server.dataDir, 'attendance.marked')[0]?.by).toBe(`staff/${club.facts.trainer.id}`);
  // On an own device nothing of the club is left.
  await page.goto('/de/who');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dieses Gerät gehört noch zu keinem Treff');
});
