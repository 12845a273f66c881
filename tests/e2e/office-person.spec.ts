import { alive, holds } from '../support/accessible';
import { asStaff } from '../support/club-pages';
import { readRows } from '../support/database';
import { send } from '../support/office-pages';
import { expect, test } from '../support/test';

test('the office writes down a yes with its number, takes it back, and makes two entries one and two again', async ({
  club,
  context
}) => {
  const page = await asStaff(context, club, 'office');
  const [anna, bernd] = club.facts.members;
  await page.goto(`${club.server.url}/de/office/members/${anna?.id}`);
  await alive(page);
  await page.getByText('Telefonnummer aufschreiben').click();
  await page.getByLabel('Telefonnummer').fill('bei der Nachbarin');
  await send(page.getByRole('button', { name: 'Nummer speichern' }));
  await expect(page.locator('[data-error]').first()).toBeFocused();
  await holds(page, 'staff');
  await page.getByLabel('Telefonnummer').fill('0911 12 34 56');
  await page.getByRole('checkbox', { name: 'Anrufen, wenn ein Termin ausfällt' }).check();
  await send(page.getByRole('button', { name: 'Nummer speichern' }));
  await expect(page.getByText('Telefon: 0911 12 34 56')).toBeVisible();
  await send(page.getByRole('button', { name: 'Zurücknehmen: Anrufen, wenn ein Termin ausfällt' }));
  await expect(page.getByText('Es ist keine Telefonnummer gespeichert.')).toBeVisible();
  expect(readRows(club.server.dataDir, 'SELECT phone FROM member_phones')).toEqual([]);

  await page.getByRole('link', { name: 'Mit einem zweiten Eintrag zusammenführen' }).click();
  await page.getByLabel('Welcher Eintrag ist dieselbe Person?').selectOption(bernd?.id ?? '');
  await page.getByRole('button', { name: 'Beide ansehen' }).click();
  await expect(page.getByText('Dieser Eintrag verschwindet aus den Listen')).toBeVisible();
  await holds(page, 'staff');
  await send(page.getByRole('button', { name: 'Jetzt zusammenführen' }));
  await expect(page.getByText('Beide Einträge sind jetzt eine Person: Anna B.')).toBeVisible();
  await page.goto(`${club.server.url}/de/office/members`);
  await expect(page.getByText('Bernd K.')).toHaveCount(0);
  await page.goto(`${club.server.url}/de/office/members/${anna?.id}`);
  await alive(page);
  await send(page.getByRole('button', { name: 'Wieder trennen: Bernd K.' }));
  await expect(page.getByText('Bernd K. ist wieder ein eigener Eintrag.')).toBeVisible();
});
