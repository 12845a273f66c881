import { alive, holds } from '../support/accessible';
import { asStaff } from '../support/club-pages';
import { readRows } from '../support/database';
import { tap } from '../support/lesson';
import { openOffice, send } from '../support/office-pages';
import { expect, test } from '../support/test';

const names = ['Anna Berger', 'Änne Müller', "Sinéad O'Neill", 'أحمد الأحمد', `${'Maximiliane '.repeat(6)}Schmidt`];
const more = Array.from({ length: 20 }, (_, at) => `Person${String.fromCharCode(65 + at)} Klein`);

/** A list as Excel saves it in Germany: semicolons, merged names, a head, an empty line, a formula. */
const lines = [...names, ...more].map((name) => {
  const [family = '', ...first] = name.split(' ').reverse();
  return `"${family}, ${first.reverse().join(' ')}";0911 123456`;
});
const list = ['Nachname, Vorname;Telefon', ...lines, ';', '"=1+1";'].join('\r\n');

test('an office takes in a list of 25 people, looks first, and takes all of it back', async ({ club, context }) => {
  const page = await asStaff(context, club, 'office');
  await page.goto(`${club.server.url}/de/office`);
  await openOffice(page, 'Teilnehmende');
  await page.getByRole('link', { name: 'Liste aus einer Datei übernehmen' }).click();
  await alive(page);
  const upload = async (name: string, text: string) => {
    await page
      .getByLabel('Tabelle')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf16le') });
    await send(page.getByRole('button', { name: 'Weiter zur Vorschau' }));
  };
  await upload('bild.png', '\u0001\u0002\u0003');
  await expect(page.locator('[data-error]').filter({ hasText: 'Das ist keine Tabelle.' })).toBeFocused();

  await upload('liste.csv', `\ufeff${list}`);
  await expect(page.getByRole('heading', { name: 'Das wird übernommen' })).toBeVisible();
  await expect(page.getByLabel('Nachname, Vorname')).toHaveValue('whole-name');
  await expect(page.getByLabel('Telefon')).toHaveValue('nothing');
  await expect(page.getByText('24 neue Personen')).toBeVisible();
  await expect(page.getByText('1 Name ist schon da')).toBeVisible();
  await expect(page.getByText('1 Zeile wird nicht übernommen')).toBeVisible();
  await holds(page, 'staff');
  await page.getByRole('checkbox', { name: 'Anna B. ist eine andere Person' }).check();
  await send(page.getByRole('button', { name: 'Jetzt übernehmen' }));
  await expect(page.getByText('Die Liste ist übernommen. Personen: 25.')).toBeVisible();
  const count = () => readRows(club.server.dataDir, 'SELECT id FROM members').length;
  expect(count()).toBe(30);
  const kept = JSON.stringify(readRows(club.server.dataDir, 'SELECT * FROM members'));
  expect(kept).toContain('أحمد');
  expect(kept).not.toMatch(/Müller|O'Neill|0911/);

  const other = await context.newPage();
  await other.goto(`${club.server.url}/de/office/members`);
  await alive(other);
  const people = other.getByRole('main').getByRole('link', { name: / ändern$/ });
  const asked = other.getByLabel('Wen suchen Sie?');
  const isFound = async () => {
    await expect(people).toHaveCount(1);
    await expect(asked).toHaveValue('anne');
  };
  const open = () =>
    tap(people, () => expect(other.getByRole('heading', { level: 1 })).toContainText('Änne', { timeout: 2000 }));
  await expect(people).toHaveCount(30);
  await asked.fill('anne');
  await other.getByRole('button', { name: 'Suchen' }).click();
  await isFound();
  await other.reload();
  await isFound();
  await open();
  await other.goBack();
  await isFound();
  await open();
  await other.getByRole('link', { name: 'Zur Liste' }).click();
  await isFound();
  await other.getByRole('link', { name: 'Alle anzeigen' }).click();
  await expect(people).toHaveCount(30);
  await expect(asked).toHaveValue('');
  await other.close();

  await send(page.getByRole('button', { name: 'Rückgängig' }));
  await expect(page.getByText('Die Liste ist zurückgenommen. Entfernte Personen: 25.')).toBeVisible();
  expect(count()).toBe(5);
});
