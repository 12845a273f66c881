import { expect, type Locator, type Page } from '@playwright/test';
import { untilTaken } from './taps';
import type { ClubAt } from './test';

export const trainersPin = '271828';

/** Signs the trainer in, and waits until the browser holds a grant: without a network it could get none. */
export async function signInAsTrainer(page: Page, { server, facts }: ClubAt): Promise<void> {
  await page.goto(`${server.url}/de/sign-in`);
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  await page.getByLabel('Benutzername').fill(facts.trainer.username);
  await page.getByLabel('Passwort').fill(facts.trainer.password);
  await page.getByLabel('Passwort').press('Enter');
  await expect(page).toHaveURL(/\/de\/club$/);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('digitaltreff.grant'))).not.toBeNull();
}

/**
 * From the next page on a PIN is derived in a few rounds, as if by a machine of the next century. For tests of what
 * comes before and after; one evening with a PIN in pin.spec.ts takes all of them.
 */
export async function withQuickPin(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
    SubtleCrypto.prototype.deriveKey = (algorithm, ...rest) =>
      derive(
        typeof algorithm === 'object' && 'iterations' in algorithm ? { ...algorithm, iterations: 1 } : algorithm,
        ...rest
      );
  });
}

/** Types a PIN and waits until the device has thought about it. */
export async function typePin(where: Page | Locator, pin: string): Promise<void> {
  const field = where.locator('input[type=password]');
  await field.fill(pin);
  await untilTaken(field, () => field.press('Enter', { timeout: 5000 }));
  const isEmpty = async () =>
    (await field.count()) === 0 || (await field.inputValue({ timeout: 300 }).catch(() => pin)) === '';
  await expect.poll(isEmpty, { intervals: [50] }).toBe(true);
  await expect(where.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Taps a PIN, digit by digit, and the key below. */
export async function tapPin(where: Page | Locator, pin: string, action: string): Promise<void> {
  for (const digit of pin) await where.getByRole('button', { name: digit, exact: true }).click();
  await where.getByRole('button', { name: action, exact: true }).click();
}

/** Sets the signed-in trainer's PIN on their page. */
export async function setTrainersPin(page: Page): Promise<void> {
  await page.goto(new URL('/de/account', page.url()).href);
  await page.getByRole('link', { name: 'PIN einrichten oder ändern' }).click();
  await expect(page.getByLabel('Neue PIN, 6 Ziffern')).toBeVisible();
  await typePin(page, trainersPin);
  await expect(page.getByLabel('Die neue PIN noch einmal')).toBeVisible();
  await typePin(page, trainersPin);
  await expect(page.getByText('Ihre PIN gilt jetzt auf diesem Gerät.')).toBeVisible();
}

/** What stands over the trainer's pages. */
export const pinLock = (page: Page): Locator => page.getByRole('dialog', { name: 'Bitte geben Sie Ihre PIN ein' });
