import type { CDPSession } from '@playwright/test';
import { untilKeptOffline } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { openFront } from '../support/front';
import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { unpackTablet } from '../support/tablet';
import { expect, test } from '../support/test';

test('a step taken without a network reaches the server after the page was closed', async ({ club }) => {
  const { server, facts } = club;
  const lesson = await lessonAt(server.url, { lesson: 'tap-swipe-scroll' });
  const front = await openFront();
  front.stand(server);
  const tablet = await unpackTablet();
  const context = tablet.page.context();
  await context.addCookies([{ name: 'device', value: facts.tabletCookie, url: front.url }]);
  const page = await context.newPage();
  await page.addInitScript(noteAsked);
  await page.goto(`${front.url}/de/who`);
  await untilKeptOffline(page);
  await page.getByRole('button', { name: 'Anna' }).click();
  await page.goto(front.url + lessonPath(lesson.id));
  await seeStep(page, lesson, 1);

  front.stand(undefined);
  await goOn(page, { lesson, from: 1 });
  await page.waitForFunction(() => Reflect.get(window, 'askedFor') === 'send');
  const session = await context.newCDPSession(tablet.page);
  const registration = await registrationAt(session, front.url);
  await page.close();
  expect(keptEvents(server.dataDir, 'step.completed')).toEqual([]);

  front.stand(server);
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: front.url,
    registrationId: registration,
    tag: 'send',
    lastChance: false
  });
  await expect.poll(() => keptEvents(server.dataDir, 'step.completed').length).toBe(1);

  await tablet.page.goto(`${front.url}/de/status`);
  await expect(tablet.page.getByText('Alles gespeichert und übertragen').first()).toBeVisible();
  expect(keptEvents(server.dataDir, 'step.completed')).toHaveLength(1);
  await tablet.putAway();
  await front.close();
});

/** Notes what the page asks the browser to wake the worker for: this browser has the question, but answers it with no. */
function noteAsked(): void {
  const manager: unknown = Reflect.get(window, 'SyncManager');
  Reflect.set(Object(Reflect.get(Object(manager), 'prototype')), 'register', (tag: string) => {
    Reflect.set(window, 'askedFor', tag);
    return Promise.resolve();
  });
}

/** The browser's own number of the worker at an address. */
async function registrationAt(session: CDPSession, address: string): Promise<string> {
  const found = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { scopeURL, registrationId } of registrations)
        if (scopeURL.startsWith(address)) resolve(registrationId);
    })
  );
  await session.send('ServiceWorker.enable');
  return found;
}
