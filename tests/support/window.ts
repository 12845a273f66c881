import type { Browser, Page } from '@playwright/test';

const viewport = { width: 1024, height: 768 };

/** Opens the window that all tests of a worker may share, at the worker's server. */
export async function openWindow(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block'
  });
  return context.newPage();
}

/** Leaves everything of a test behind: the page itself, what it stored, who was signed in, its size. */
export async function forget(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage' });
  await session.detach();
  await page.context().clearCookies();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.setViewportSize(viewport);
}
