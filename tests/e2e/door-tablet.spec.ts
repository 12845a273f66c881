import { holds } from '../support/accessible';
import { asStaff, openSheet, rowOf, sheetDialog, wake } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { send } from '../support/office-pages';
import { cutOff } from '../support/outbox';
import { expect, test } from '../support/test';

test('a tablet is enrolled by its picture code and set at the door; who comes says so there without a network, and a trainer confirms', async ({
  club,
  newBrowser
}) => {
  const { url, dataDir } = club.server;
  const desk = await asStaff(await newBrowser({ baseURL: url }), club, 'office');
  const door = await (await newBrowser({ baseURL: url })).newPage();

  await test.step('the office makes a code; the tablet that scans it finds it filled in', async () => {
    await desk.goto('/de/office/tablets');
    await expect(desk.getByLabel('Name des Tablets')).toHaveValue('Tablet 2');
    await send(desk.getByRole('button', { name: 'Code machen' }));
    const qr = desk.getByRole('img', { name: 'Öffnet die Anmeldung mit dem Code' });
    await expect(qr).toBeVisible();
    const code = (await qr.getAttribute('aria-label'))?.slice(-7) ?? '';
    await door.goto(`/de/enrol?code=${code.replace(' ', '')}`);
    await expect(door.getByLabel('Code')).toHaveValue(code);
    await send(door.getByRole('button', { name: 'Tablet anmelden' }));
    await expect(door.getByRole('list', { name: 'Menschen dieser Gruppe' })).toBeVisible();
  });

  await test.step('the office sets it at the door; with its next contact it is there', async () => {
    await desk.goto('/de/office/tablets');
    const row = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: 'Tablet 2' }) });
    await row.getByText('Name oder Zweck ändern').click();
    await row.getByLabel('Wofür ist es da?').selectOption('door');
    await send(row.getByRole('button', { name: 'Änderung speichern' }));
    await expect(desk.getByText('Tablet 2 ist geändert.', { exact: false })).toBeVisible();
    await door.clock.install({ time: new Date(`${club.facts.meeting.slice(-10)}T14:10:00+01:00`) });
    await door.goto('/de/who');
    await expect(door).toHaveURL(/\/de\/door$/);
    await expect(door.getByRole('button', { name: 'Ich bin dabei' })).toBeVisible();
    await holds(door);
    await door.goto('/de');
    await expect(door).toHaveURL(/\/de\/door$/);
  });

  const come = async (key: string, name: string) => {
    await door.getByRole('button', { name: key }).click();
    await door.getByLabel('Ihr Vorname').fill(name);
    await door.getByRole('button', { name: 'Fertig' }).click();
  };

  await test.step('it names nobody, answers all alike and goes back to its keys by itself', async () => {
    const connect = await cutOff(door);
    await come('Ich bin dabei', 'anna');
    await expect(door.getByRole('heading', { level: 1 })).toHaveText('Danke, anna.');
    await holds(door);
    await door.clock.fastForward(21_000);
    await expect(door.getByRole('button', { name: 'Ich bin neu' })).toBeVisible();
    await come('Ich bin dabei', 'Walter Müller');
    await expect(door.getByRole('heading', { level: 1 })).toHaveText('Danke, Walter Müller.');
    await door.clock.fastForward(21_000);
    await come('Ich bin neu', 'Zora');
    await expect(door.getByRole('heading', { level: 1 })).toHaveText('Herzlich willkommen, Zora!');
    await door.clock.fastForward(21_000);
    await door.getByRole('button', { name: 'Ich bin neu' }).click();
    await door.getByLabel('Ihr Vorname').fill('Halb ge');
    await holds(door);
    await door.clock.fastForward(91_000);
    await expect(door.getByRole('button', { name: 'Ich bin neu' })).toBeVisible();
    for (const { firstName } of club.facts.members) await expect(door.getByText(firstName)).toHaveCount(0);
    await connect();
    await wake(door);
    await expect
      .poll(() => keptEvents(dataDir, 'guest.proposed').map(({ data }) => JSON.parse(data).firstName))
      .toEqual(['Walter M.', 'Zora']);
    expect(keptEvents(dataDir, 'presence.proposed')).toHaveLength(1);
  });

  await test.step('the trainer confirms; a guest who is struck out can come back, with who struck them out', async () => {
    const page = await asStaff(await newBrowser({ baseURL: url }), club, 'trainer');
    await openSheet(page);
    await expect(rowOf(page, 'Anna').mark).toContainText('Sagt: „Ich bin da“');
    await page.getByRole('button', { name: /^Erledigt ?: Walter M\.$/ }).click();
    await expect(page.getByText('Walter M. sagt an der Tür')).toBeHidden();
    await page.getByRole('button', { name: /^Als Gast eintragen ?: Zora$/ }).click();
    await expect(rowOf(page, 'Zora').mark).toContainText('Gast · Ist da');
    await sheetDialog(page).choose('Zora', 'Gast streichen');
    await expect(page.getByText('Zora: gestrichen.')).toBeVisible();
    await page.getByText('Gestrichene Gäste: 2').click();
    await page.getByRole('button', { name: /^Wieder eintragen ?: Zora$/ }).click();
    await expect(rowOf(page, 'Zora').mark).toContainText('Gast · Ist da');
  });

  await test.step('at the locked tablet the office stays shut', async () => {
    await door
      .context()
      .addCookies([{ name: 'session', value: club.facts.office.session, url, httpOnly: true, sameSite: 'Lax' }]);
    expect((await door.request.get('/de/office/members')).status()).toBe(403);
  });
});
