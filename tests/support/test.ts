import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { baseClub, copyBaseClub, type BaseClub } from './base-club-facts';
import { BrowserErrors } from './browser-errors';
import { startServer, type TestServer } from './server';
import { forget, openWindow } from './window';

export interface ClubAt {
  readonly server: TestServer;
  readonly facts: BaseClub;
}

interface OfTest {
  /** What went wrong in the pages of this test; anything that was not expected fails it. */
  browserErrors: BrowserErrors;
  /** A browser of its own, watched, at the worker's server: a tablet, a phone, a desk. No service worker unless wished. */
  newBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A club with a server of its own, for tests that write. */
  club: ClubAt;
}

interface OfWorker {
  /** A club with one server for all tests of a worker: only for tests that leave it as it is. */
  shared: ClubAt;
  /** One window at that server: see `inWindow`. */
  window: Page;
}

export const test = base.extend<OfTest, OfWorker>({
  shared: [
    async ({}, use) => {
      await withClub(use);
    },
    { scope: 'worker' }
  ],
  window: [
    async ({ browser, shared }, use) => {
      const page = await openWindow(browser, shared.server.url);
      await use(page);
      await page.context().close();
    },
    { scope: 'worker' }
  ],
  club: async ({}, use) => {
    await withClub(use);
  },
  baseURL: async ({ shared }, use) => {
    await use(shared.server.url);
  },
  browserErrors: [
    async ({}, use) => {
      const errors = new BrowserErrors();
      await use(errors);
      expect(errors.unexpected, 'errors in the pages of this test').toEqual([]);
    },
    { auto: true }
  ],
  context: async ({ context, browserErrors }, use) => {
    browserErrors.watch(context);
    await use(context);
  },
  newBrowser: async ({ browser, browserErrors, contextOptions, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}), ...options });
      browserErrors.watch(context);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  }
});

/**
 * The test for those whose `page` may be one window for all tests of a worker, so that what one has loaded and compiled
 * need not be loaded and compiled again by the next. Between two tests it forgets whatever a visitor can leave behind;
 * scripts that are to run at the start of each page, and clocks, it would keep: who needs these takes `test`.
 */
export const inWindow = (reducedMotion: 'reduce' | 'no-preference') =>
  test.extend({
    page: async ({ window, browserErrors }, use) => {
      const lookAway = browserErrors.watch(window.context());
      await window.emulateMedia({ media: null, reducedMotion });
      await use(window);
      lookAway();
      await forget(window);
    }
  });

async function withClub(use: (club: ClubAt) => Promise<void>): Promise<void> {
  const dataDir = copyBaseClub();
  const server = await startServer({ dataDir });
  await use({ server, facts: baseClub() });
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

export { expect } from '@playwright/test';
