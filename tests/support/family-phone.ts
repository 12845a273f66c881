import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { BrowserErrors } from './browser-errors';

/** A phone of its own on the family's page. */
export interface FamilyPhone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** everything that it sent so far, unpacked */
  sent: () => string;
  /** Takes the network away, or gives it back. */
  goOffline: (isOffline: boolean) => Promise<void>;
  /** Asks the server for news now. */
  lookForNews: () => Promise<void>;
  putAway: () => Promise<void>;
}

/** Takes a phone out of its box, and keeps what it sends. */
export async function unpackPhone(browser: Browser, { withWorker = false } = {}): Promise<FamilyPhone> {
  const context = await browser.newContext({
    serviceWorkers: withWorker ? 'allow' : 'block',
    viewport: { width: 412, height: 915 }
  });
  const errors = new BrowserErrors();
  errors.watch(context);
  const bodies: string[] = [];
  context.on('request', (request) => {
    const body = request.postDataBuffer();
    bodies.push(decodeURIComponent(request.url()));
    if (body) bodies.push((request.headers()['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());
  });
  const page = await context.newPage();
  return {
    page,
    context,
    sent: () => bodies.join('\n'),
    goOffline: (isOffline) => context.setOffline(isOffline),
    lookForNews: () => page.evaluate(() => void dispatchEvent(new Event('online'))),
    async putAway() {
      await context.close();
      expect(errors.unexpected).toEqual([]);
    }
  };
}

/** All bytes of the server's files, as text. */
export const everythingKept = (dataDir: string): string =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith('digitaltreff.sqlite'))
    .map((name) => readFileSync(join(dataDir, name), 'latin1') + readFileSync(join(dataDir, name), 'utf8'))
    .join('\n');

/** Adds a rule in the family's own words. */
export async function addRule(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ihre Regel', exact: true }).fill(words);
  await page.getByRole('button', { name: 'Regel dazunehmen' }).press('Enter');
  await expect(rule(page, words)).toBeVisible();
}

/** The rules that were chosen. */
export const rules = (page: Page) => page.getByRole('region', { name: 'Ihre Regeln' });

/** A chosen rule by its words. */
export const rule = (page: Page, words: string) => rules(page).getByRole('listitem').filter({ hasText: words });

/** The devices in the list. */
export const devices = (page: Page) => page.getByRole('list', { name: 'Verbundene Geräte' }).getByRole('listitem');
