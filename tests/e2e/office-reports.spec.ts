import type { Locator } from '@playwright/test';
import { asStaff, openSheet, rowOf } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { tap } from '../support/lesson';
import { send } from '../support/office-pages';
import { cutOff } from '../support/outbox';
import { expect, test } from '../support/test';
import { readXlsx } from '../support/xlsx';

/** What a key leads to is there. */
const seen = (what: Locator): Promise<void> => expect(what).toBeVisible({ timeout: 2000 });

test('a show of hands without a network and a list become figures, sheets, a file and a certificate', async ({
  club,
  newBrowser
}) => {
  const context = await newBrowser({ baseURL: club.server.url });
  const page = await asStaff(context, club, 'trainer');

  await test.step('the trainer marks two people and counts hands, offline', async () => {
    await openSheet(page);
    const online = await cutOff(context);
    for (const name of ['Anna', 'Bernd']) {
      const { mark } = rowOf(page, name);
      await tap(mark, () => expect(mark).toHaveAttribute('aria-pressed', 'true', { timeout: 300 }));
    }
    const key = page.getByRole('button', { name: 'Alter zählen' });
    const dialog = page.getByRole('dialog', { name: 'Wer ist heute da?' });
    await tap(key, () => expect(dialog).toBeVisible({ timeout: 300 }));
    const save = dialog.getByRole('button', { name: 'Speichern' });
    await dialog.getByLabel('60 bis 74 Jahre').fill('4');
    await tap(save, () =>
      expect(dialog.getByText('Bei weniger als 5 Händen zählen wir nicht.')).toBeVisible({ timeout: 300 })
    );
    await dialog.getByLabel('75 Jahre und älter').fill('3');
    await dialog.getByLabel('Frauen').fill('6');
    await tap(save, () => expect(dialog).toBeHidden({ timeout: 300 }));
    await expect(page.getByText('Gezählt: 7 nach Alter, 6 nach Geschlecht.')).toBeVisible();
    await online();
    await expect.poll(() => keptEvents(club.server.dataDir, 'tally.taken').length).toBe(1);
  });

  const office = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');
  await test.step('the office sees them as a chart with its numbers, and small ones not where they are handed on', async () => {
    await office.goto('/de/office/reports');
    const ages = office.getByRole('table', { name: 'Alter, auf Handzeichen' });
    await expect(ages.getByRole('row', { name: /60 bis 74 Jahre/ })).toContainText('4');
    const toExact = office.getByRole('link', { name: 'Alle Zahlen zeigen' });
    await tap(office.getByRole('link', { name: 'Ohne kleine Zahlen zeigen' }), () => seen(toExact));
    await expect(ages.getByRole('row', { name: /60 bis 74 Jahre/ })).toContainText('zu klein');
    await tap(toExact, () => seen(office.getByRole('link', { name: /^Teilnahmen: 2, Montagsgruppe/ })));
  });

  await test.step('a figure leads to the meetings behind it, and they to their lists', async () => {
    await tap(office.getByRole('link', { name: /^Teilnahmen: 2, Montagsgruppe/ }), () =>
      seen(office.getByRole('heading', { level: 1, name: 'Gehaltene Termine' }))
    );
    await expect(office.getByRole('link', { name: /^Liste ansehen: Montagsgruppe/ })).toHaveAttribute(
      'href',
      `/de/club/meetings/${club.facts.meeting}`
    );
    await tap(office.getByRole('link', { name: 'Zu allen Berichten' }), () =>
      seen(office.getByRole('heading', { level: 1, name: 'Berichte' }))
    );
  });

  await test.step("the group's sheet goes out as a spreadsheet", async () => {
    await tap(office.getByRole('link', { name: 'Anwesenheit ansehen: Montagsgruppe' }), () =>
      seen(office.getByRole('heading', { level: 1, name: /^Anwesenheit/ }))
    );
    await expect(office.getByText(/^Stand: .* noch nicht\.$/)).toBeVisible();
    const href = await office.getByRole('link', { name: 'Für Excel speichern (XLSX)' }).getAttribute('href');
    const { cells, formulas } = readXlsx(await (await office.request.get(href ?? '')).body());
    expect(formulas).toBe(0);
    expect(cells.slice(1).map(([name, mark, ...sums]) => [name, mark, sums])).toEqual([
      ['Anna B', 'da', [1, 120]],
      ['Bernd K', 'da', [1, 120]],
      ['Christa M', 'nichts eingetragen', [0, 0]],
      ['Erika S', 'nichts eingetragen', [0, 0]],
      ['Maria-Magdalena W', 'nichts eingetragen', [0, 0]]
    ]);
  });

  await test.step('who was there long enough has a certificate, a sheet of A4 each', async () => {
    await tap(office.getByRole('link', { name: 'Bescheinigungen' }), () =>
      seen(office.getByRole('heading', { level: 1, name: 'Bescheinigungen: Montagsgruppe' }))
    );
    await expect(office.getByText('2 von 2 Personen waren lange genug da.')).toBeVisible();
    await expect(office.getByRole('article').filter({ hasText: 'Anna B.' })).toContainText(
      '2 Stunden Das sind 2 von 2 Unterrichtseinheiten zu 45 Minuten.'
    );
    await office.emulateMedia({ media: 'print' });
    await expect(office.getByRole('button', { name: '2 Bescheinigungen drucken' })).toBeHidden();
    await expect(office.getByRole('article')).toHaveCount(2);
    const pdf = (await office.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
    await office.emulateMedia({ media: null });
  });

  await test.step('rules that are settled change nothing that was held', async () => {
    await office.goto('/de/office/reports');
    await office.getByLabel('Eine Bescheinigung bekommt, wer so viel der Zeit da war').selectOption('100');
    await send(office.getByRole('button', { name: 'Regeln festlegen' }));
    await expect(office.getByText(/^Ab .*Bescheinigung ab 100\s% der Zeit\.$/)).toBeVisible();
  });
});
