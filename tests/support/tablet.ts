import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { BrowserErrors } from './browser-errors';
import { chromiumArguments, chromiumPath } from './chromium';

/** A browser with a storage of its own that outlives a restart. */
export interface Tablet {
  readonly page: Page;
  /** Ends the browser and starts it again with the same storage. */
  restart: () => Promise<Page>;
  /** Ends it for good. Fails where a page threw or wrote an error. */
  putAway: () => Promise<void>;
}

/** Takes a new tablet out of its box. `more`: further arguments of the browser. */
export async function unpackTablet(more: readonly string[] = []): Promise<Tablet> {
  const storage = mkdtempSync(join(tmpdir(), 'digitaltreff-tablet-'));
  const errors = new BrowserErrors();
  let context = await start({ storage, errors, more });
  return {
    get page() {
      return firstPage(context);
    },
    async restart() {
      await context.close();
      context = await start({ storage, errors, more });
      return firstPage(context);
    },
    async putAway() {
      await context.close();
      rmSync(storage, { recursive: true, force: true });
      expect(errors.unexpected).toEqual([]);
    }
  };
}

interface Start {
  storage: string;
  errors: BrowserErrors;
  more: readonly string[];
}

async function start({ storage, errors, more }: Start): Promise<BrowserContext> {
  const executablePath = await chromiumPath();
  const context = await chromium.launchPersistentContext(storage, {
    ...(executablePath ? { executablePath } : {}),
    args: [...chromiumArguments, ...more],
    serviceWorkers: 'allow',
    viewport: { width: 1024, height: 768 },
    locale: 'de-DE'
  });
  errors.watch(context);
  return context;
}

function firstPage(context: BrowserContext): Page {
  const [page] = context.pages();
  if (!page) throw new Error('The browser has no page');
  return page;
}

/** The paths of everything that the browser keeps for the time without a network, by cache. */
export function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(`${name} ${new URL(url).pathname}`);
    return paths;
  });
}

/** Waits until something that fits is kept. */
export async function untilKept(page: Page, ...patterns: RegExp[]): Promise<void> {
  for (const pattern of patterns)
    await expect
      .poll(async () => (await keptPaths(page)).filter((path) => pattern.test(path)), { timeout: 30_000 })
      .not.toEqual([]);
}
