import { enrol, openOffice, setUpOffice, send, signIn } from '../support/office-pages';
import { asStaff } from '../support/club-pages';
import { startServer } from '../support/server';
import { expect, test } from '../support/test';

const wrong = 'Das hat nicht gepasst. Bitte prüfen Sie Benutzername und Passwort.';

test('a wrong password and an unknown name get the same words, and the name stays in its field', async ({
  page,
  club,
  browserErrors
}) => {
  browserErrors.expect(/status of 40[0-9]/);
  const { url } = club.server;
  for (const [username, secret] of [
    ['lotse', 'falsches passwort'],
    ['niemand', 'blaue blume am see']
  ] as const) {
    await signIn(page, { url, username, secret });
    await expect(page.getByText(wrong)).toBeVisible();
    await expect(page.getByLabel('Benutzername')).toHaveValue(username);
  }
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('session');
});

test('who guesses too often has to wait, and is told how long', async ({ page, club, browserErrors }) => {
  browserErrors.expect(/status of 4\d\d/);
  const { url } = club.server;
  for (let tries = 0; tries < 5; tries += 1) {
    await signIn(page, { url, username: 'lotse', secret: `geraten ${tries}` });
    await expect(page.getByText(wrong)).toBeVisible();
  }
  await signIn(page, { url, username: 'lotse', secret: club.facts.trainer.password });
  await expect(page.getByText(/Das waren viele Versuche. Bitte warten Sie \d+ Minuten/)).toBeVisible();
});

test('a page of the office leads to the sign-in and back to where one wanted to go', async ({ page, club }) => {
  const { url } = club.server;
  await page.goto(`${url}/de/office/members`);
  await expect(page).toHaveURL(/\/de\/sign-in\?to=/);
  await page.getByLabel('Benutzername').fill(club.facts.office.username);
  await page.getByLabel('Passwort').fill(club.facts.office.password);
  await send(page.getByRole('button', { name: 'Anmelden' }));
  await expect(page).toHaveURL(/\/de\/office\/members$/);
  await expect(page.getByText('Anna').first()).toBeVisible();
});

test('a trainer gets no page of the office', async ({ shared, newBrowser, browserErrors }) => {
  browserErrors.expect(/status of 403/);
  const page = await asStaff(await newBrowser(), shared, 'trainer');
  const answer = await page.goto('/de/office/members');
  expect(answer?.status()).toBe(403);
  await expect(page.getByText('Anna')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('a code that was never made and one that was used get the same words', async ({
  club,
  newBrowser,
  browserErrors
}) => {
  browserErrors.expect(/status of 4\d\d/);
  const { url } = club.server;
  const desk = await asStaff(await newBrowser({ baseURL: url }), club, 'office');
  await desk.goto('/de/office');
  await openOffice(desk, 'Tablets');
  await desk.getByLabel('Name des Tablets').fill('Tablet 2');
  await send(desk.getByRole('button', { name: 'Code machen' }));
  const said = await desk.getByRole('status').filter({ hasText: 'Code für Tablet 2' }).innerText();
  const code = /^[A-Z0-9]{3}[ -]?[A-Z0-9]{3}$/m.exec(said)?.[0] ?? '';
  const first = await (await newBrowser({ baseURL: url })).newPage();
  await enrol(first, { url, code });
  const second = await (await newBrowser({ baseURL: url })).newPage();
  for (const typed of [code, 'ZZZZZZ', 'nicht ein Code', '']) {
    await second.goto(`${url}/de/enrol`);
    await second.getByLabel('Code').fill(typed);
    await send(second.getByRole('button', { name: 'Tablet anmelden' }));
    await expect(second.getByText('Dieser Code passt nicht.', { exact: false })).toBeVisible();
  }
});

test('a used set-up link and one that never was get the same words', async ({ page, browserErrors }) => {
  browserErrors.expect(/status of 4\d\d/);
  const server = await startServer();
  await setUpOffice(page, server.output());
  const used = /\/de\/set-up\?key=\S+/.exec(server.output())?.[0] ?? '';
  const texts: string[] = [];
  for (const address of [used, '/de/set-up?key=abc', '/de/set-up']) {
    const answer = await page.goto(server.url + address);
    expect([404, 410]).toContain(answer?.status());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht mehr');
    texts.push(await page.getByRole('main').innerText());
  }
  expect(new Set(texts).size).toBe(1);
  await server.stop();
});
