import type { Page } from '@playwright/test';
import { tabletWithUnsentStep } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { goOn, lessonAt } from '../support/lesson';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

/** A database that does not open, from the next page on, for as long as this browser is told so. */
const withDamagedDatabase = (page: Page) =>
  page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (name: string, version?: number) => {
      if (version !== undefined && sessionStorage.getItem('mended') === null)
        throw new DOMException('Broken', 'DataError');
      return version === undefined ? open(name) : open(name, version);
    };
  });

/** Each step of Anna's that the server has. */
const steps = (dataDir: string) =>
  keptEvents(dataDir, 'step.completed').map(({ data }) => String(JSON.parse(data).step));

test('a database that is deleted or damaged while things wait: nothing is lost, and the person can act', async ({
  club,
  newBrowser,
  browserErrors
}) => {
  browserErrors.expect(/ERR_INTERNET_DISCONNECTED/);
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const context = await newBrowser({ baseURL: club.server.url });
  const page = await tabletWithUnsentStep(context, club, lesson);
  const tab = await context.newPage();
  await tab.goto('/de/status');
  const waiting = tab.getByText('Wird übertragen, sobald Internet da ist', { exact: false }).first();
  await expect(waiting).toBeVisible();
  const said = await waiting.textContent();

  await test.step('what waits is in the new database after the old one was cleared away', async () => {
    const session = await context.newCDPSession(tab);
    await session.send('Storage.clearDataForOrigin', { origin: club.server.url, storageTypes: 'indexeddb' });
    await goOn(page, { lesson, from: 2 });
    await expect(waiting).not.toHaveText(said ?? '');
    await page.close();
    await tab.reload();
    await expect(waiting).not.toHaveText(said ?? '');
  });

  await test.step('a damaged one is told in words; what can be read becomes a file', async () => {
    await withDamagedDatabase(tab);
    await tab.reload();
    await expect(tab.getByRole('heading', { name: 'Der Speicher lässt sich nicht öffnen' })).toBeVisible();
    const download = tab.waitForEvent('download');
    await tab.getByRole('button', { name: 'Sichern, was noch zu lesen ist' }).click();
    const file = await (await download).createReadStream();
    const text = (await file.toArray()).join('');
    expect(JSON.parse(text).events.length).toBeGreaterThanOrEqual(3);
  });

  await test.step("it is deleted by the person's word only; when it opens again, all is sent", async () => {
    await tab.getByRole('button', { name: 'Neu anfangen' }).click();
    await tab.getByRole('button', { name: 'Nein, nicht löschen' }).click();
    await context.unroute('**/api/sync');
    await tab.evaluate(() => sessionStorage.setItem('mended', ''));
    await tab.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await expect(tab.getByText('Alles gespeichert und übertragen.').first()).toBeVisible();
    expect(steps(club.server.dataDir).length).toBeGreaterThanOrEqual(2);
  });
});
