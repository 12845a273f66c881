import { asStaff, openSheet, rowOf, sheetDialog, wake } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { tap } from '../support/lesson';
import { cutOff } from '../support/outbox';
import { expect, test } from '../support/test';

test('one tap says "Ist da", a second one takes it back; a double tap marks once; the last mark can be undone', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);

  await test.step('one tap, and a second one', async () => {
    const { mark } = rowOf(page, 'Anna');
    await expect(mark).toContainText('Noch nicht da');
    await mark.click();
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await expect(mark).toContainText('Ist da');
    await expect(page.getByText('1 von 5 sind da')).toBeVisible();
    await expect(page.getByText('4 noch offen')).toBeVisible();
    await tap(mark, () => expect(mark).toHaveAttribute('aria-pressed', 'false', { timeout: 300 }));
    await expect(page.getByText('0 von 5 sind da')).toBeVisible();
  });

  await test.step('a double tap on a name', async () => {
    const bernd = club.facts.members.find(({ firstName }) => firstName === 'Bernd')?.id ?? '';
    const marksOfBernd = () =>
      keptEvents(club.server.dataDir, 'attendance.marked').filter(({ data }) => data.includes(bernd)).length;
    const { mark } = rowOf(page, 'Bernd');
    await mark.dblclick();
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(marksOfBernd).toBe(1);
    expect(keptEvents(club.server.dataDir, 'meeting.opened')).toHaveLength(1);
  });

  await test.step('the last mark is undone, and the history keeps both', async () => {
    const { mark, more } = rowOf(page, 'Christa');
    await mark.click();
    await expect(page.getByText('Christa M.: Ist da.').or(page.getByText('Christa M: Ist da.'))).toBeVisible();
    await page.getByRole('button', { name: 'Rückgängig machen' }).click();
    await expect(mark).toHaveAttribute('aria-pressed', 'false');
    await expect(page.getByRole('button', { name: 'Rückgängig machen' })).toHaveCount(0);
    await more.click();
    await page.getByRole('dialog').getByText('Was bisher eingetragen wurde').click();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  });
});

test('late, left early, excused and absent stand behind the second key, with minutes where they matter', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);
  const cases: [string, string, string | undefined, string][] = [
    ['Anna', 'Kam später', '10 Minuten', 'Ist da, kam 10 Minuten später'],
    ['Bernd', 'Ging früher', 'Weiß ich nicht', 'War da, ging früher'],
    ['Christa', 'Hat abgesagt', undefined, 'Hat abgesagt'],
    ['Erika', 'War nicht da', undefined, 'War nicht da']
  ];
  for (const [name, choice, minutes, words] of cases) {
    const { mark, more } = rowOf(page, name);
    const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}.*Was ist richtig\\?$`) });
    await tap(more, () => expect(dialog).toBeVisible({ timeout: 300 }));
    const key = page.getByRole('dialog').getByRole('button', { name: choice, exact: true });
    await tap(key, () => expect(key).toBeHidden({ timeout: 300 }));
    if (minutes)
      await tap(page.getByRole('dialog').getByRole('button', { name: minutes, exact: true }), () =>
        expect(page.getByRole('dialog')).toBeHidden({ timeout: 300 })
      );
    await expect(mark).toContainText(words);
  }
  await expect(page.getByText('2 von 5 sind da')).toBeVisible();
  await expect(page.getByText('1 noch offen')).toBeVisible();
  await expect(page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
  await page.reload();
  for (const [name, , , words] of cases) await expect(rowOf(page, name).mark).toContainText(words);
});

test('"Alle sind da" asks once, says it only of those who have no mark, and is taken back as a whole', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);
  const { dialog, ask } = sheetDialog(page);
  await ask('Bernd');
  await dialog.getByRole('button', { name: 'Hat abgesagt' }).click();
  await page.getByRole('button', { name: 'Alle sind da' }).click();
  await expect(dialog).toContainText('4 Menschen werden als anwesend eingetragen.');
  await expect(page.getByText('0 von 5 sind da')).toBeVisible();
  await dialog.getByRole('button', { name: 'Ja, alle sind da' }).click();
  await expect(page.getByText('4 von 5 sind da')).toBeVisible();
  await expect(rowOf(page, 'Bernd').mark).toContainText('Hat abgesagt');
  await expect(page.getByRole('button', { name: 'Alle sind da' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Rückgängig machen' }).click();
  await expect(page.getByText('0 von 5 sind da')).toBeVisible();
  await expect(rowOf(page, 'Bernd').mark).toContainText('Hat abgesagt');
});

test('who came late and left early keeps both; a reason and notes stay with person and meeting', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);
  const { dialog, key, openBy, choose } = sheetDialog(page);
  await choose('Anna', 'Kam später', '10 Minuten');
  await choose('Anna', 'Ging früher', '15 Minuten');
  await expect(rowOf(page, 'Anna').mark).toContainText('War da, kam 10 Minuten später, ging 15 Minuten früher');
  await choose('Bernd', 'War nicht da');
  await choose('Bernd', 'Grund oder Notiz');
  await dialog.getByLabel('Grund für das Fehlen').selectOption('Praktikum');
  await dialog.getByLabel('Notiz', { exact: true }).fill('Kommt ab Dezember wieder.');
  await tap(key('Speichern'), () => expect(dialog).toBeHidden({ timeout: 300 }));
  await expect(rowOf(page, 'Bernd').mark).toContainText('War nicht da · Praktikum · Notiz');
  await openBy(page.getByRole('button', { name: 'Notiz zum Termin' }));
  await dialog.getByLabel('Was möchten Sie festhalten?').fill('Zweite Steckdose\nist kaputt.');
  await tap(key('Speichern'), () => expect(dialog).toBeHidden({ timeout: 300 }));
  await expect(page.getByText('Zweite Steckdose')).toBeVisible();
  await expect(page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
  await page.reload();
  await expect(rowOf(page, 'Bernd').mark).toContainText('War nicht da · Praktikum · Notiz');
  await expect(rowOf(page, 'Anna').mark).toContainText('War da, kam 10 Minuten später, ging 15 Minuten früher');
  await expect(page.getByText('Zweite Steckdose')).toBeVisible();
});

test('two at one list without a network: what differs is asked, what comes after the closing waits for a word, and both see the same', async ({
  club,
  newBrowser
}) => {
  const open = async (who: 'trainer' | 'office') => {
    const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, who);
    await openSheet(page);
    await expect(page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
    return { page, ...sheetDialog(page), reconnect: await cutOff(page) };
  };
  const [luise, lena] = [await open('trainer'), await open('office')];
  await luise.page.getByRole('list', { name: 'Anwesenheit' }).getByRole('button', { name: /^Anna/ }).click();
  await lena.ask('Anna');
  await lena.press('War nicht da');
  await lena.ask('Bernd');
  await lena.press('Kam später');
  await lena.press('20 Minuten');
  await luise.reconnect();
  await wake(luise.page);
  await luise.page.getByRole('button', { name: 'Liste abschließen' }).click();
  await expect(luise.dialog).toContainText(
    '4 Menschen sind noch offen (Bernd K., Christa M., Erika S. und Maria-Magdalena W.)'
  );
  await luise.dialog.getByLabel('Zu Ende um').fill('16:15');
  await luise.press('Abschließen');
  await expect(luise.page.getByText('Gehalten von 14 Uhr bis 16 Uhr 15, 135 Minuten.')).toBeVisible();

  await lena.reconnect();
  await wake(lena.page);
  await expect(lena.page.getByText('Die Liste ist abgeschlossen:')).toBeVisible();
  await wake(luise.page);
  for (const { page } of [luise, lena])
    for (const name of ['Anna', 'Bernd'])
      await expect(rowOf(page, name).more).toHaveText('Bitte prüfen: nach dem Abschluss eingetragen.');
  await expect(rowOf(luise.page, 'Anna').mark).toContainText('Ist da');

  await luise.ask('Anna');
  await expect(luise.dialog).toContainText('Lena Leitung, eigenes Gerät: War nicht da');
  await luise.press('Gilt nicht: Ist da');
  await luise.press('Aus Versehen getippt');
  await luise.ask('Bernd');
  await luise.press('Gilt: Ist da, kam 20 Minuten später');
  await luise.press('Später erfahren');
  await rowOf(luise.page, 'Erika').mark.click();
  await luise.dialog.getByLabel('Anderer Grund').fill('Saß hinten');
  await luise.press('Speichern');
  await expect(luise.page.getByText('3 von 5 sind da')).toBeVisible();
  await expect(luise.page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
  await wake(lena.page);
  for (const { page } of [luise, lena]) {
    await expect(rowOf(page, 'Anna').mark).toContainText('Ist da · korrigiert');
    await expect(rowOf(page, 'Bernd').mark).toContainText('Ist da, kam 20 Minuten später · korrigiert');
    await expect(rowOf(page, 'Erika').mark).toContainText('Ist da · korrigiert');
  }
  await lena.ask('Erika');
  await lena.dialog.getByText('Was bisher eingetragen wurde').click();
  const entry = lena.dialog.getByRole('listitem');
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText('Luise Lotse, eigenes Gerät');
  await expect(entry).toContainText('Vorher: Noch nicht da');
  await expect(entry).toContainText('Grund der Änderung: Saß hinten');
  await lena.press('Abbrechen');
  await lena.page.getByRole('button', { name: 'Wieder öffnen' }).click();
  await lena.press('Zu früh abgeschlossen');
  await expect(lena.page.getByRole('button', { name: 'Liste abschließen' })).toBeVisible();
});

test('somebody who has not signed in sees no list', async ({ page, shared }) => {
  await page.goto(`/de/club/meetings/${shared.facts.meeting}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diesen Termin gibt es hier nicht');
  await expect(page.getByText('Anna')).toHaveCount(0);
});

test('the server draws the heading for whoever runs the meeting, and no person', async ({
  page,
  newBrowser,
  shared
}) => {
  const address = `/de/club/meetings/${shared.facts.meeting}`;
  const trainer = await asStaff(await newBrowser(), shared, 'trainer');
  const drawn = await (await trainer.request.get(address)).text();
  expect(drawn).toMatch(/Alle Termine[^]*<h1[^>]*>Montagsgruppe<\/h1>/);
  expect(drawn).not.toContain('Anna');
  const forVisitor = await (await page.request.get(address)).text();
  expect(forVisitor).toMatch(/<h1[^>]*>Anwesenheit<\/h1>/);
  expect(forVisitor).not.toContain('Montagsgruppe');
});
