import { alive, holds } from '../support/accessible';
import { asStaff } from '../support/club-pages';
import { readRows } from '../support/database';
import { openOffice, send } from '../support/office-pages';
import { expect, test } from '../support/test';

test('the office keeps a name as proof, sets a rule after seeing whom it hits, and reads who did what', async ({
  club,
  context
}) => {
  const page = await asStaff(context, club, 'office');
  const [anna, bernd] = club.facts.members;
  const { url, dataDir } = club.server;

  await test.step('a name is sealed with a reason and a day', async () => {
    await page.goto(`${url}/de/office/members/${anna?.id}`);
    await alive(page);
    await page.getByText('Anwesenheit muss als Nachweis bleiben?').click();
    await page.getByRole('link', { name: 'Name versiegeln statt löschen' }).click();
    const key = page.getByRole('button', { name: 'Name versiegeln, alles andere endgültig löschen' });
    await send(key);
    await expect(page.locator('[data-error]').first()).toBeFocused();
    await holds(page, 'staff');
    await page.getByLabel('Warum muss der Name bleiben?').fill('Nachweis für die Förderung des Landes');
    await page.getByLabel('Bis wann? Letzter Tag').fill('2099-12-31');
    await send(key);
    await expect(page.getByText('Der Name Anna B. ist versiegelt.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Anna B.' })).toBeVisible();
    await expect(page.getByText('Grund: Nachweis für die Förderung des Landes')).toBeVisible();
    expect(readRows(dataDir, `SELECT 1 FROM members WHERE first_name = 'Anna'`)).toEqual([]);
    await page.goto(`${url}/de/office/members/${anna?.id}/portrait`);
    await expect(page.getByRole('heading', { name: 'Versiegelter Name' })).toBeVisible();
  });

  await test.step('a correction stays in sight', async () => {
    await page.goto(`${url}/de/office/members/${bernd?.id}`);
    await alive(page);
    await page.getByLabel('Vorname').fill('Bernhard');
    await send(page.getByRole('button', { name: 'Änderung speichern' }).first());
    await page.getByText('Frühere Angaben').click();
    await expect(page.getByText(/^Bernd K\., geändert am .* von Lena Leitung$/)).toBeVisible();
  });

  await test.step('what is kept of somebody goes out as a file, with what was there before', async () => {
    await page.getByRole('link', { name: 'Alles zeigen, was gespeichert ist' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Als Datei speichern (JSON)' }).click();
    const text = Buffer.concat(await (await (await file).createReadStream()).toArray()).toString('utf8');
    const [{ id, tables }] = JSON.parse(text);
    expect([id, tables.members[0].first_name, tables.member_corrections[0].first_name]).toEqual([
      bernd?.id,
      'Bernhard',
      'Bernd'
    ]);
  });

  await test.step('a rule is looked at, set, and taken back', async () => {
    await openOffice(page, 'Datenschutz');
    const row = page.getByRole('listitem').filter({ hasText: 'Personen, die nicht mehr kommen' });
    await row.getByText('Regel ansehen oder ändern').click();
    await row.getByLabel('Nach wie vielen Monaten?').fill('0');
    await send(row.getByRole('button', { name: 'Ansehen, was gelöscht würde' }));
    await expect(page.locator('[data-error]').first()).toBeFocused();
    await row.getByLabel('Nach wie vielen Monaten?').fill('24');
    await send(row.getByRole('button', { name: 'Ansehen, was gelöscht würde' }));
    const preview = page.getByRole('region', { name: /^Das würde gelöscht/ });
    await expect(preview).toBeFocused();
    await holds(page, 'staff');
    await send(preview.getByRole('button', { name: 'So festlegen: nach 24 Monaten löschen' }));
    await expect(row.getByText('Wird nach 24 Monaten gelöscht.')).toBeVisible();
    await send(page.getByRole('button', { name: 'Rückgängig machen' }));
    await expect(row.getByText('Noch keine Regel')).toBeVisible();
  });

  await test.step('the trail says who did it', async () => {
    await page.getByRole('link', { name: 'Protokoll: Wer hat was getan?' }).click();
    await expect(page.getByText('Name versiegelt, alles andere gelöscht: Eine gelöschte Person')).toBeVisible();
    await page.getByText('Auswählen, was zu sehen ist').click();
    await page.getByLabel('Vorname der Person, um die es geht').fill('bern');
    await send(page.getByRole('button', { name: 'Zeigen' }));
    await expect(page.getByText('Name oder Bild geändert: Bernhard K.')).toBeVisible();
    await expect(page.getByText('Name versiegelt', { exact: false })).toHaveCount(0);
  });
});
