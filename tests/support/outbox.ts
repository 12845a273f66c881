import type { BrowserContext, Page, Route } from '@playwright/test';

/** From now on the server refuses everything that this page sends; answers how to let it be itself again. */
export async function refuseAll(page: Page, code: string): Promise<() => Promise<void>> {
  const pattern = '**/api/sync';
  await page.route(pattern, async (route) => {
    const { events }: { events: { id: string }[] } = JSON.parse(route.request().postData() ?? '{"events":[]}');
    const response = await route.fetch({
      postData: JSON.stringify({ ...JSON.parse(route.request().postData() ?? '{}'), events: [] })
    });
    const answer: object = JSON.parse(await response.text());
    await route.fulfill({ json: { ...answer, refused: events.map(({ id }) => ({ id, code })) } });
  });
  return () => page.unroute(pattern);
}

/** From now on nothing of this page, or of this browser's pages, reaches the server; answers how to end just that. */
export async function cutOff(where: Page | BrowserContext): Promise<() => Promise<void>> {
  const pattern = '**/api/sync';
  const abort = (route: Route) => route.abort('internetdisconnected');
  await where.route(pattern, abort);
  return () => where.unroute(pattern, abort);
}

/** Puts so many copies of the one entry that waits into the device's database, and shows the page anew. */
export async function copyWaiting(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('digitaltreff');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('outbox', 'readwrite');
          const outbox = transaction.objectStore('outbox');
          const reading = outbox.getAll();
          reading.onsuccess = () => {
            const { order: _order, ...entry } = reading.result.at(-1);
            for (let copy = 0; copy < wanted; copy += 1) {
              const id = `${entry.id.slice(0, -6)}${String(copy).padStart(6, '0')}`;
              outbox.add({ ...entry, id, event: { ...entry.event, id } });
            }
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    count
  );
  await page.reload();
}
