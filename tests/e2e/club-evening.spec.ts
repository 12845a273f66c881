import type { Locator, Page } from '@playwright/test';
import { asStaff, asTablet, openSheet, rowOf, sheetDialog, wake } from '../support/club-pages';
import { readCsv } from '../support/csv';
import { tap } from '../support/lesson';
import { cutOff } from '../support/outbox';
import { addTrainer, firstSignIn, openOffice, send } from '../support/office-pages';
import { expect, test } from '../support/test';

const group = 'Mittwochsgruppe';
const names = Array.from({ length: 25 }, (_, at) => `Person${String.fromCharCode(65 + at)}`);
const listOf = (page: Page) => page.getByRole('list', { name: 'Anwesenheit' });

/** What each trainer writes down without a network, and what both decide afterwards. */
const seenByLuise = names.slice(0, 12);
const [contradicted = '', late = '', corrected = '', mistaken = ''] = ['PersonC', 'PersonN', 'PersonD', 'PersonX'];

/** The figures of the evening, counted here from what was said in the room alone: 14:00 to 16:15. */
const minutes = 135;
const attended = new Map([
  ...seenByLuise.map((name) => [name, minutes] as const),
  [late, minutes - 20] as const,
  [mistaken, minutes] as const
]);
attended.delete(corrected);

async function planTheTerm(page: Page, today: string): Promise<number> {
  await openOffice(page, 'Orte');
  const venue = page.getByRole('region', { name: 'Ort anlegen' });
  await venue.getByLabel('Name', { exact: true }).fill('Haus am See');
  await venue.getByLabel('Adresse').fill('Seeweg 3, 90402 Auenfurt');
  await venue.getByLabel('Ohne Stufen').selectOption({ label: 'Ja' });
  await send(venue.getByRole('button', { name: 'Ort anlegen' }));
  await expect(page.getByText('Haus am See ist angelegt.')).toBeVisible();

  await openOffice(page, 'Gruppen');
  const form = page.getByRole('region', { name: 'Gruppe anlegen' });
  await form.getByLabel('Name', { exact: true }).fill(group);
  await form.getByLabel('Ort', { exact: true }).selectOption({ label: 'Haus am See' });
  for (const trainer of ['Luise Lotse', 'Tom Taler']) await form.getByRole('checkbox', { name: trainer }).check();
  await send(form.getByRole('button', { name: 'Gruppe anlegen' }));
  await expect(page.getByText(`Die Gruppe ${group} ist angelegt.`)).toBeVisible();

  await openOffice(page, 'Termine');
  await page.getByRole('link', { name: 'Mehrere Termine planen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mehrere Termine planen' })).toBeVisible();
  await page.getByLabel('Gruppe', { exact: true }).selectOption({ label: group });
  await page.getByLabel('Erster Termin').fill(today);
  await page.getByLabel('Beginn').fill('14:00');
  await page.getByLabel('Ende').fill('16:00');
  await page.getByLabel('Wie viele Termine?').fill('10');
  await send(page.getByRole('button', { name: 'Tage anzeigen' }));
  const days = page.getByRole('group', { name: 'Angekreuzte Termine werden geplant' }).getByRole('checkbox');
  // Today may be a holiday; this evening takes place all the same.
  await days.first().check();
  const planned = await days.evaluateAll((boxes) => boxes.filter((box) => box.matches(':checked')).length);
  await send(page.getByRole('button', { name: 'Diese Termine planen' }));
  await expect(page.getByText(`Die Termine sind geplant: ${group}.`)).toBeVisible();
  return planned;
}

async function takeInTheList(page: Page): Promise<void> {
  await openOffice(page, 'Teilnehmende');
  await page.getByRole('link', { name: 'Liste aus einer Datei übernehmen' }).click();
  const lines = ['Vorname;Nachname;Gruppe', ...names.map((name) => `${name};Klein;${group}`)];
  await page
    .getByLabel('Tabelle')
    .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  await send(page.getByRole('button', { name: 'Weiter zur Vorschau' }));
  await expect(page.getByText('25 neue Personen')).toBeVisible();
  await send(page.getByRole('button', { name: 'Jetzt übernehmen' }));
  await expect(page.getByText('Die Liste ist übernommen. Personen: 25.')).toBeVisible();
}

/** Opens the evening's list on somebody's own tablet, and takes the network away. */
async function openList(page: Page) {
  await page.goto('/de/club');
  await page
    .getByRole('region', { name: 'Heute' })
    .getByRole('link', { name: new RegExp(`^Liste öffnen ?: ${group}`) })
    .click({ timeout: 20_000 });
  await expect(listOf(page).getByRole('listitem')).toHaveCount(25);
  await expect(page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
  return { page, ...sheetDialog(page), reconnect: await cutOff(page) };
}

/** What the list shows, row by row. */
const shownOn = (page: Page) => listOf(page).getByRole('listitem').allInnerTexts();

test('an evening from the first form to the report: a term, 25 people, two trainers without a network', async ({
  club,
  newBrowser
}) => {
  test.setTimeout(90_000);
  const desk = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');
  await desk.goto('/de/office');
  const first = await addTrainer(desk, { name: 'Tom Taler', username: 'tom' });
  const planned = await planTheTerm(desk, club.facts.meeting.slice(-10));
  await takeInTheList(desk);

  await test.step('each of the 25 gets a card to cut out', async () => {
    await openOffice(desk, 'Gruppen');
    await desk.getByRole('listitem').filter({ hasText: 'Tom Taler' }).getByRole('link').first().click();
    await expect(desk.getByRole('heading', { level: 1, name: group })).toBeVisible();
    await tap(desk.getByRole('link', { name: 'Karten und Bilderschloss' }), () =>
      expect(desk.getByRole('heading', { level: 1 })).toContainText('Karten', { timeout: 3000 })
    );
    await send(desk.getByRole('button', { name: 'Karten für 25 Personen ohne Karte machen' }));
    const cards = desk.getByRole('list', { name: 'Karten zum Ausschneiden' });
    await expect(cards.getByRole('listitem')).toHaveCount(25, { timeout: 20_000 });
    await expect(cards.getByRole('img', { name: /QR-Code der Karte von PersonY/ })).toBeVisible();
    await desk.goto('/de/office');
  });

  const luise = await openList(await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer'));
  const toms = await (await newBrowser({ baseURL: club.server.url })).newPage();
  await firstSignIn(toms, { url: club.server.url, username: 'tom', first });
  const tom = await openList(toms);

  await test.step('without a network each writes down what they see', async () => {
    for (const name of seenByLuise) {
      const { mark } = rowOf(luise.page, name);
      await mark.click();
      await expect(mark).toHaveAttribute('aria-pressed', 'true');
    }
    await luise.page.getByRole('button', { name: 'Gast dazu' }).click();
    await luise.dialog.getByLabel('Vorname').fill('Gustav');
    await luise.dialog.getByRole('button', { name: 'Eintragen' }).click();
    await luise.choose(corrected, 'Hat abgesagt');
    await tom.choose(contradicted, 'War nicht da');
    await tom.choose(late, 'Kam später', '20 Minuten');
    await expect(tom.page.getByText('1 von 25 sind da')).toBeVisible();
  });

  await test.step('with the network the contradiction is asked, and the list is closed', async () => {
    for (const { page, reconnect } of [luise, tom, luise]) {
      await reconnect();
      await wake(page);
      await expect(page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
    }
    for (const { page } of [luise, tom])
      await expect(rowOf(page, contradicted).more).toHaveText('Bitte prüfen: Zwei Einträge sagen Verschiedenes.');
    await tom.ask(contradicted);
    await expect(tom.dialog).toContainText('Luise Lotse, eigenes Gerät: Ist da');
    await expect(tom.dialog).toContainText('Sie, eigenes Gerät: War nicht da');
    await tom.press('Ist da');
    await tom.page.getByRole('button', { name: 'Liste abschließen' }).click();
    await tom.dialog.getByLabel('Zu Ende um').fill('16:15');
    await tom.press('Abschließen');
    await expect(tom.page.getByText('135 Minuten.')).toBeVisible();
  });

  await test.step('a correction after the closing has its reason, and both see one list with its history', async () => {
    await wake(luise.page);
    await expect(luise.page.getByText('Die Liste ist abgeschlossen:')).toBeVisible();
    await rowOf(luise.page, mistaken).mark.click();
    await luise.press('Vergessen einzutragen');
    await expect(luise.page.getByText('13 von 25 sind da')).toBeVisible();
    await expect(luise.page.getByText('Alles gespeichert und übertragen.')).toBeVisible();
    await wake(tom.page);
    await expect(rowOf(tom.page, mistaken).mark).toContainText('Ist da · korrigiert');
    await expect.poll(async () => shownOn(tom.page)).toEqual(await shownOn(luise.page));
    await tom.ask(contradicted);
    await tom.dialog.getByText('Was bisher eingetragen wurde').click();
    await expect(tom.dialog.getByRole('listitem')).toHaveCount(3);
    await tom.press('Abbrechen');
  });

  await test.step('at a club tablet Tom stands in for another group, without a network, and its list says so', async () => {
    const context = await newBrowser({ baseURL: club.server.url });
    await context.addCookies((await toms.context().cookies()).filter(({ name }) => name === 'session'));
    const tablet = await asTablet(context, club);
    await tablet.goto('/de/club');
    const way = tablet
      .getByRole('region', { name: 'Heute' })
      .getByRole('link', { name: /Liste öffnen ?: Montagsgruppe/ });
    await way.click({ timeout: 20_000 });
    await expect(tablet.getByText('Alles gespeichert und übertragen.')).toBeVisible();
    const reconnect = await cutOff(context);
    await expect(tablet.getByText('Was Sie hier eintragen, gilt als Vertretung.', { exact: false })).toBeVisible();
    await rowOf(tablet, 'Bernd').mark.click();
    await expect(rowOf(tablet, 'Bernd').mark).toHaveAttribute('aria-pressed', 'true');
    await reconnect();
    await wake(tablet);
    await expect(tablet.getByText('Alles gespeichert und übertragen.')).toBeVisible();
    await openSheet(luise.page);
    await expect(rowOf(luise.page, 'Bernd').mark).toContainText('Ist da');
    await expect(
      luise.page.getByText(
        'Vertretung: Diese Liste hat jemand geöffnet, der sonst andere Gruppen begleitet (Tom Taler).'
      )
    ).toBeVisible();
  });

  await test.step("the group's sheet and the year count what was counted here", async () => {
    await openOffice(desk, 'Berichte');
    await desk.getByRole('link', { name: `Anwesenheit ansehen: ${group}` }).click();
    await expect(desk.getByRole('heading', { level: 1, name: new RegExp(`^Anwesenheit .*${group}$`) })).toBeVisible();
    const file = desk.waitForEvent('download');
    await desk.getByRole('link', { name: 'Als Tabelle speichern (CSV)' }).click();
    const text = Buffer.concat(await (await (await file).createReadStream()).toArray()).toString('utf8');
    const [head, ...rows] = readCsv(text);
    const at = (title: string) => head?.indexOf(title) ?? -1;
    // Everybody of the group, and the guest.
    expect(rows).toHaveLength(25 + 1);
    const marks = new Map(rows.map(([name, mark]) => [name?.split(' ')[0], mark]));
    expect([mistaken, contradicted, late].map((name) => marks.get(name))).toEqual([
      'da, korrigiert',
      'da',
      'da, kam später'
    ]);
    expect(
      new Map(
        rows
          .filter((row) => row[at('Mal da')] !== '0')
          .map((row) => [row[0]?.split(' ')[0], Number(row[at('Minuten')])])
      )
    ).toEqual(new Map([['Gustav', minutes], ...attended]));
    expect(rows.reduce((sum, row) => sum + Number(row[at('Minuten')]), 0)).toBe(13 * minutes + minutes - 20);

    await openOffice(desk, 'Berichte');
    const cells = (row: Locator) => row.locator('th, td').allInnerTexts();
    const heads = await cells(desk.locator('thead tr').first());
    const line = await cells(desk.getByRole('row').filter({ hasText: group }));
    const year = new Map(heads.map((title, column) => [title, line[column]]));
    // A guest took part as well; 135 minutes are three units.
    expect([...year].filter(([title]) => /^(Termine|Einheiten|Teilnahmen|Personen)$/.test(title))).toEqual([
      ['Termine', '1'],
      ['Einheiten', String(minutes / 45)],
      ['Teilnahmen', String(attended.size + 1)],
      ['Personen', String(attended.size + 1)]
    ]);
    expect(planned).toBeGreaterThanOrEqual(10);
  });
});
