import { expect, type Locator, type Page } from '@playwright/test';
import { alive } from './accessible';
import { untilTaken } from './taps';

const password = 'regen auf dem dach';

/** Presses a form's key until the page takes it: a tap near the last one counts only after 400 ms. */
export async function send(key: Locator): Promise<void> {
  await untilTaken(key, () => key.click({ timeout: 5000 }));
}

/** Goes the way of the one-time link, as the office does on the first day, and ends in the office. */
export async function setUpOffice(page: Page, printed: string): Promise<void> {
  const link = /http:\/\/localhost:\d+\/de\/set-up\?key=\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`The server printed no link:\n${printed}`);
  await page.goto(link);
  await page.getByLabel('Name des Betreibers').fill('Stadt Auenfurt');
  await page.getByLabel('Telefon für Hilfe').fill('09 11 12 34 56');
  await page.getByLabel('Impressum').fill('Stadt Auenfurt, Am Markt 1');
  await page.getByLabel('Ansprechstelle für Datenschutz').fill('Die Beauftragte, Am Markt 1');
  await page.getByLabel('Name des Ortes').fill('Stadtbücherei');
  await page.getByLabel('Ihr Name').fill('Lena Leitung');
  await signUp(page, 'leitung');
  await send(page.getByRole('button', { name: 'Einrichten' }));
  await expect(page).toHaveURL(/\/de\/office$/);
}

async function signUp(page: Page, username: string): Promise<void> {
  await page.getByLabel('Benutzername').fill(username);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByLabel('Passwort noch einmal').fill(password);
}

/** Signs out and in again, as on every other day. */
export async function signIn(
  page: Page,
  { url, username, secret = password }: { url: string; username: string; secret?: string }
): Promise<void> {
  await page.goto(`${url}/de/sign-in`);
  await page.getByLabel('Benutzername').fill(username);
  await page.getByLabel('Passwort').fill(secret);
  await send(page.getByRole('button', { name: 'Anmelden' }));
}

/** Opens a page of the office by its menu. */
export async function openOffice(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Verwaltung' });
  const link = menu.getByRole('link', { name, exact: true });
  const address = await link.getAttribute('href');
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await alive(page);
}

/** Enters a trainer and gives back the first password. */
export async function addTrainer(page: Page, { name, username }: { name: string; username: string }): Promise<string> {
  await openOffice(page, 'Lotsinnen, Lotsen');
  const form = page.getByRole('region', { name: 'Person eintragen' });
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Benutzername').fill(username);
  await form.getByLabel('Erstes Passwort').fill('erstes passwort 1');
  await send(form.getByRole('button', { name: 'Person eintragen' }));
  await expect(page.getByText(`${name} ist eingetragen.`)).toBeVisible();
  return 'erstes passwort 1';
}

export async function addGroup(page: Page, { name, trainer }: { name: string; trainer: string }): Promise<void> {
  await openOffice(page, 'Gruppen');
  const form = page.getByRole('region', { name: 'Gruppe anlegen' });
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Kurs').selectOption({ label: 'Mein Tablet: die ersten Schritte' });
  await form.getByRole('checkbox', { name: trainer }).check();
  await send(form.getByRole('button', { name: 'Gruppe anlegen' }));
  await expect(page.getByText(`Die Gruppe ${name} ist angelegt.`)).toBeVisible();
}

export async function addMembers(page: Page, names: readonly string[]): Promise<void> {
  await openOffice(page, 'Teilnehmende');
  for (const name of names) {
    const form = page.getByRole('region', { name: 'Person aufnehmen' });
    await form.getByLabel('Vorname').fill(name);
    await send(form.getByRole('button', { name: 'Person aufnehmen' }));
    await expect(page.getByText(`${name} ist aufgenommen.`)).toBeVisible();
  }
}

/** Plans a meeting of the one group for today, which is what the form proposes. */
export async function planToday(page: Page): Promise<void> {
  await openOffice(page, 'Termine');
  const form = page.getByRole('region', { name: 'Termin planen' });
  await form.getByLabel('Beginn').fill('14:00');
  await form.getByLabel('Ende').fill('16:00');
  await send(form.getByRole('button', { name: 'Termin planen' }));
  await expect(page.getByText('Der Termin ist geplant')).toBeVisible();
}

/** Makes a code for a tablet and reads it from the screen. */
export async function codeFor(page: Page, tablet: string): Promise<string> {
  await openOffice(page, 'Tablets');
  await page.getByLabel('Name des Tablets').fill(tablet);
  await send(page.getByRole('button', { name: 'Code machen' }));
  const said = page.getByRole('status').filter({ hasText: `Code für ${tablet}` });
  await expect(said).toBeVisible();
  const code = /^[A-Z0-9]{3}[ -]?[A-Z0-9]{3}$/m.exec(await said.innerText())?.[0];
  if (!code) throw new Error('The page shows no code');
  return code;
}

/** The trainer's first sign-in: an own password is chosen before anything else. */
export async function firstSignIn(
  page: Page,
  { url, username, first }: { url: string; username: string; first: string }
): Promise<void> {
  await signIn(page, { url, username, secret: first });
  await page.getByLabel('Bisheriges Passwort').fill(first);
  await page.getByLabel('Neues Passwort', { exact: true }).fill(password);
  await page.getByLabel('Neues Passwort noch einmal').fill(password);
  await send(page.getByRole('button', { name: 'Passwort ändern' }));
  await expect(page.getByText('Ihr Passwort ist geändert.')).toBeVisible();
}

/** Types a code on a tablet. */
export async function enrol(page: Page, { url, code }: { url: string; code: string }): Promise<void> {
  await page.goto(`${url}/de/enrol`);
  await page.getByLabel('Code').fill(code);
  await send(page.getByRole('button', { name: 'Tablet anmelden' }));
  await expect(page).toHaveURL(/\/de\/who$/);
}
