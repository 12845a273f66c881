import { wellBeforeMidnight } from '../support/clock';
import { asTablet, openSheet, rowOf, takeTablet, untilKeptOffline } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { tap } from '../support/lesson';
import { pinLock, setTrainersPin, signInAsTrainer, tapPin, trainersPin, typePin, withQuickPin } from '../support/pin';
import { startServer } from '../support/server';
import { expect, test } from '../support/test';

test('an evening without a network: the PIN opens the list, a rest closes it, a half-made mark is still there', async ({
  club,
  newBrowser
}) => {
  test.setTimeout(120_000);
  const page = await asTablet(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club);
  await page.clock.install({ time: wellBeforeMidnight(Date.now()) });
  await signInAsTrainer(page, club);
  await openSheet(page);
  await untilKeptOffline(page);
  await setTrainersPin(page);
  await takeTablet(page, 'Bernd');
  await club.server.kill();

  await page.goto('/de/club');
  const lock = pinLock(page);
  await expect(lock).toBeVisible();
  await expect(page.getByText('Montagsgruppe')).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/Anna|271828|"secret"/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(lock).toBeVisible();
  await typePin(lock, '271829');
  await expect(lock.getByText('Diese PIN passt nicht.', { exact: false })).toBeVisible();
  await expect(lock.getByLabel('PIN von Luise Lotse')).toHaveValue('');
  await typePin(lock, trainersPin);
  await expect(lock).toBeHidden();

  const today = page.getByRole('region', { name: 'Heute' });
  await today.getByRole('link', { name: /^Liste öffnen ?: Montagsgruppe/ }).click();
  await rowOf(page, 'Anna').mark.click();
  await expect(rowOf(page, 'Anna').mark).toHaveAttribute('aria-pressed', 'true');
  const { more } = rowOf(page, 'Christa');
  const dialog = page.getByRole('dialog', { name: /^Christa.*Was ist richtig\?$/ });
  await tap(more, () => expect(dialog).toBeVisible({ timeout: 300 }));
  const late = page.getByRole('dialog').getByRole('button', { name: 'Kam später', exact: true });
  await tap(late, () => expect(late).toBeHidden({ timeout: 300 }));

  await page.clock.fastForward('04:30');
  await expect(lock).toBeHidden();
  await page.clock.fastForward('01:00');
  await expect(lock).toBeVisible();
  await tapPin(lock, trainersPin, 'Öffnen');
  await expect(lock).toBeHidden();
  await page.getByRole('button', { name: '10 Minuten', exact: true }).click();
  await expect(rowOf(page, 'Christa').mark).toContainText('kam 10 Minuten später');

  const { dataDir, port } = club.server;
  const again = await startServer({ dataDir, port });
  await page.clock.fastForward('02:00');
  await expect.poll(() => keptEvents(dataDir, 'attendance.marked'), { timeout: 30_000 }).toHaveLength(2);
  for (const { by } of keptEvents(dataDir, 'attendance.marked')) expect(by).toBe(`staff/${club.facts.trainer.id}`);
  // Handed on again, the pages ask for the PIN again.
  await takeTablet(page, 'Bernd');
  await page.goto('/de/club');
  await expect(lock).toBeVisible();
  await again.stop();
});

test('on an own device ten wrong PINs end it; the password opens the pages again, and the unsent mark arrives', async ({
  club,
  newBrowser
}) => {
  test.setTimeout(120_000);
  const page = await (await newBrowser({ baseURL: club.server.url })).newPage();
  await page.clock.install({ time: wellBeforeMidnight(Date.now()) });
  await withQuickPin(page);
  await signInAsTrainer(page, club);
  await setTrainersPin(page);
  await openSheet(page);
  await page.route('**/api/sync', (route) => route.abort());
  await rowOf(page, 'Anna').mark.click();
  await expect(rowOf(page, 'Anna').mark).toHaveAttribute('aria-pressed', 'true');
  await page.clock.fastForward('06:00');
  const lock = pinLock(page);
  await expect(lock).toBeVisible();
  await page.reload();
  await expect(lock).toBeVisible();
  await expect(page.getByText('Anna')).toHaveCount(0);

  for (let tries = 1; tries <= 9; tries += 1) {
    await typePin(lock, `10000${tries}`);
    await expect(lock.getByText('Diese PIN passt nicht.', { exact: false })).toBeVisible();
    if (tries < 5) continue;
    await typePin(lock, trainersPin);
    await expect(lock.getByText(/Bitte warten Sie \d+ Minuten?\./)).toBeVisible();
    await page.clock.fastForward(60_000 * 2 ** (tries - 5));
  }
  await typePin(lock, '000001');
  await expect(lock.getByText('Diese PIN gilt auf diesem Gerät nicht mehr.', { exact: false })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('digitaltreff.pins'))).toBe('[]');

  await page.unroute('**/api/sync');
  await lock.getByRole('button', { name: 'Mit Passwort anmelden' }).click();
  await expect(page.getByLabel('Benutzername')).toBeVisible();
  await signInAsTrainer(page, club);
  await openSheet(page);
  await expect(rowOf(page, 'Anna').mark).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => keptEvents(club.server.dataDir, 'attendance.marked')).toHaveLength(1);
});

test('easy and different PINs are not taken; a PIN can be changed and removed', async ({ club, newBrowser }) => {
  const page = await (await newBrowser({ baseURL: club.server.url })).newPage();
  await withQuickPin(page);
  await signInAsTrainer(page, club);
  await setTrainersPin(page);
  await typePin(page, '123456');
  await expect(page.getByText('Diese PIN errät man leicht.', { exact: false })).toBeVisible();
  await page.getByLabel('Neue PIN, 6 Ziffern').pressSequentially('1904');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click({ delay: 500 });
  await expect(page.getByText('Eine PIN hat 6 Ziffern.', { exact: false })).toBeVisible();
  await expect(page.getByText('4 von 6 Ziffern')).toBeVisible();
  await typePin(page, '190457');
  await typePin(page, '190458');
  await expect(page.getByText('Die beiden PINs waren verschieden.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'PIN entfernen' }).click();
  await expect(page.getByText('Die PIN ist von diesem Gerät entfernt.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'PIN entfernen' })).toHaveCount(0);
});
