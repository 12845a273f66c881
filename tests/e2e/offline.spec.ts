import { expect, test, type Page } from '@playwright/test';
import { courseOf, downloadCourseOn, lessonsOpen } from '../support/course-page';
import { openFront } from '../support/front';
import { tap } from '../support/lesson';
import { startServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';

const course = '/de/courses/tablet-basics';

test('with the server killed and the browser restarted a visited lesson opens, and one that only the network has leads to it', async () => {
  const server = await startServer();
  const tablet = await unpackTablet();
  const [first, second] = await courseOf(server.url, 'de');
  const lesson = `${server.url}${course}/${first?.id}`;
  await tablet.page.goto(lesson);
  await untilKept(tablet.page, /\/de\/shell$/, /^visited .*\/lessons\//, new RegExp(`${first?.id}$`));
  await server.kill();

  const page = await tablet.restart();
  await page.goto(lesson);
  await expect(page).toHaveTitle(new RegExp(first?.title ?? ''));
  await page
    .getByRole('link', { name: /Schritt 2/ })
    .or(page.getByRole('button', { name: /Schritt 2/ }))
    .first()
    .click();
  await expect(page.getByText(/^Schritt 2 von \d$/)).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: 'Hilfe' }).click();
  await page.getByRole('button', { name: 'Diese Lektion drucken oder weitergeben' }).click();
  await expect(page.getByRole('button', { name: /^Drucken auf A5/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'Meine Notizen' })).toContainText(`${course}/${first?.id}`);
  await page.emulateMedia({ media: null });
  await page.goto(`${server.url}/de`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto(`${server.url}${course}/${second?.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Seite braucht Internet');
  await page.getByRole('link', { name: `Lektion: ${first?.title}` }).click();
  await expect(page).toHaveTitle(new RegExp(first?.title ?? ''));
  await tablet.putAway();
});

test('after any visit the pages that the law asks for, the words, the search and a path open without a network', async () => {
  const server = await startServer();
  const tablet = await unpackTablet();
  await tablet.page.goto(`${server.url}/de/courses/tablet-basics`);
  await untilKept(tablet.page, /\/de\/search\.json$/, /\/de\/report-barrier\/__data\.json$/);
  await server.kill();

  const page = await tablet.restart();
  for (const path of ['imprint', 'privacy', 'accessibility', 'report-barrier']) {
    await page.goto(`${server.url}/de/${path}`);
    await expect(page).toHaveURL(new RegExp(`/de/${path}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Impressum' }).click();
  await expect(page).toHaveURL(/\/de\/imprint$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Impressum');

  await page.getByRole('link', { name: 'Wörter erklärt' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'WLAN' })).toBeVisible();
  await page.getByRole('link', { name: 'Suchen' }).click();
  await page.getByRole('searchbox', { name: 'Was suchen Sie?' }).fill('Wlanpaswort');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('WLAN verbinden');
  await expect(page.getByRole('status').filter({ hasText: 'für „Wlanpaswort“' })).toBeVisible();
  expect(page.url()).toBe(`${server.url}/de/search#Wlanpaswort`);
  await page.goto(`${server.url}/de/paths/write-to-family`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ich will meiner Enkelin schreiben');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(6);
  await tablet.putAway();
});

test('after a download every lesson opens with the server killed and the browser restarted; a removed course can be brought back until the page is left, and then makes room', async () => {
  const server = await startServer();
  const tablet = await unpackTablet();
  await tablet.page.goto(server.url + course);
  await downloadCourseOn(tablet.page);
  const lessons = await courseOf(server.url, 'de');
  await server.kill();

  const page = await tablet.restart();
  await lessonsOpen(page, server.url + course, lessons);
  await page.goto(`${server.url}/de/downloads`);
  await expect(page.getByText('8 von 8 Lektionen')).toBeVisible();

  const again = await startServer({ port: server.port });
  await page.goto(`${server.url}/de/downloads`);
  await page.getByRole('button', { name: 'Vom Gerät entfernen' }).click();
  await expect(page.getByText('Der Kurs ist entfernt.')).toBeVisible();
  await tapUntil(page, 'Entfernen rückgängig machen', '8 von 8 Lektionen');
  await tapUntil(page, 'Vom Gerät entfernen', 'Der Kurs ist entfernt.');
  await page.goto(server.url + course);
  await expect(page.getByRole('button', { name: 'Kurs auf dieses Gerät laden' })).toBeVisible();
  await tablet.putAway();
  await again.stop();
});

test('an interrupted download goes on where it stopped', async () => {
  const server = await startServer();
  const front = await openFront();
  front.stand(server);
  const tablet = await unpackTablet();
  const { page } = tablet;
  const lessons = await courseOf(server.url, 'de');
  await page.goto(front.url + course);
  const third = lessons[2]?.file ?? '';
  front.fail(third);
  await page.getByRole('button', { name: 'Kurs auf dieses Gerät laden' }).click();
  await expect(page.getByText('2 von 8 Lektionen').first()).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Was schon geladen ist, bleibt.');
  front.fail(undefined);
  front.forget();
  await tapUntil(page, 'Weiter laden', 'Der Kurs ist auf diesem Gerät.');
  expect(front.seen.filter(({ path }) => path === lessons[0]?.file)).toEqual([]);
  await tablet.putAway();
  await front.close();
  await server.stop();
});

/** Taps a key until the page says what it did. */
const tapUntil = (page: Page, key: string, seen: string): Promise<void> =>
  tap(page.getByRole('button', { name: key }), () => expect(page.getByText(seen)).toBeVisible({ timeout: 1000 }));
