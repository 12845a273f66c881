import { asStaff, openSheet, rowOf, sheetDialog, untilKeptOffline } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { startServer } from '../support/server';
import { expect, test } from '../support/test';

test('a whole evening without the server: marks, a guest, a count, a note, the closing, a correction; each arrives once', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club, 'trainer');
  await openSheet(page);
  await untilKeptOffline(page);
  await club.server.kill();
  await page.goto('/de/club');
  await openSheet(page);
  for (const name of ['Anna', 'Erika']) {
    await rowOf(page, name).mark.click();
    await expect(rowOf(page, name).mark).toHaveAttribute('aria-pressed', 'true');
  }
  const { dialog, openBy, press, choose } = sheetDialog(page);
  await choose('Bernd', 'Kam später', '20 Minuten');
  await openBy(page.getByRole('button', { name: 'Gast dazu' }));
  await dialog.getByLabel('Vorname').fill('Gustav');
  await press('Eintragen');
  await openBy(page.getByRole('button', { name: 'Nur zählen' }));
  await dialog.getByRole('button', { name: '10 mehr' }).click();
  await press('Speichern');
  await openBy(page.getByRole('button', { name: 'Notiz zum Termin' }));
  await dialog.getByLabel('Was möchten Sie festhalten?').fill('Das Netz war weg.');
  await press('Speichern');
  await page.reload();
  await openBy(page.getByRole('button', { name: 'Liste abschließen' }));
  await press('Abschließen');
  await openBy(rowOf(page, 'Christa').mark);
  await press('Vergessen einzutragen');
  await expect(rowOf(page, 'Christa').mark).toContainText('Ist da · korrigiert');
  await expect(page.getByText('Auf diesem Gerät gespeichert.', { exact: false })).toBeVisible();
  const { dataDir, port } = club.server;
  const again = await startServer({ dataDir, port });
  await page.reload();
  await expect(page.getByText('Alles gespeichert und übertragen.')).toBeVisible({ timeout: 30_000 });
  const arrived = [
    'meeting.opened',
    'attendance.marked',
    'guest.added',
    'heads.counted',
    'meeting.noted',
    'sheet.closed'
  ];
  expect(arrived.map((type) => keptEvents(dataDir, type).length)).toEqual([1, 5, 1, 1, 1, 1]);
  await expect(page.getByText('4 von 5 sind da')).toBeVisible();
  await again.stop();
});
