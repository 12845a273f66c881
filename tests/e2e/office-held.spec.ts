import type { Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { formatStamp } from '../../src/lib/base/clock';
import { newId } from '../../src/lib/base/id';
import { world } from '../../src/lib/base/world';
import { alive, holds } from '../support/accessible';
import { baseClub, copyBaseClub } from '../support/base-club-facts';
import { asStaff } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { openOffice, send } from '../support/office-pages';
import { startServer } from '../support/server';
import { aSyncRequest, aTabletEvent, sendSync } from '../support/sync-request';
import { expect, test, type ClubAt } from '../support/test';

const dayMs = 24 * 3_600_000;

/** The club on a database that came back from yesterday's backup. */
async function aRestoredClub(): Promise<ClubAt> {
  const dataDir = copyBaseClub();
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'));
  const row = db.prepare('INSERT INTO incarnations (epoch, backup_at, restored_at) VALUES (?, ?, ?)');
  row.run(newId(world), Date.now() - dayMs, Date.now() - 1000);
  db.close();
  return { server: await startServer({ dataDir }), facts: baseClub() };
}

async function openHeld(page: Page, { server }: ClubAt): Promise<void> {
  await page.goto(`${server.url}/de/office/held`);
  await alive(page);
}

/** Opens everything that is behind a line, and what was behind that. */
async function openAll(page: Page): Promise<void> {
  const closed = page.locator('main details:not([open]) > summary').locator('visible=true');
  while ((await closed.count()) > 0) await closed.last().click();
}

/** Keeps the page's scripts back until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/_app/**/*.js', async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

test('what a lost tablet sends is decided by the office', async ({ club, newBrowser, request }) => {
  const { server, facts } = club;
  const page = await asStaff(await newBrowser({ reducedMotion: 'reduce' }), club, 'office');
  const comeAlive = await holdScripts(page);
  await page.goto(`${server.url}/de/office/tablets`, { waitUntil: 'commit' });
  await page.getByText('Abmelden oder verloren?').click();
  // What was opened before the page came alive stays open.
  comeAlive();
  await alive(page);
  await send(page.getByRole('button', { name: 'Tablet 1 als verloren melden' }));
  await expect(page.getByText('ist als verloren gemeldet')).toBeVisible();

  const [anna, bernd] = facts.members;
  const own = (id = '') => ({ stream: `progress/${id}`, by: `person/${id}` });
  const events = [aTabletEvent(own(anna?.id)), aTabletEvent(own(anna?.id)), aTabletEvent(own(bernd?.id))];
  const tablet = { url: server.url, cookie: facts.tabletCookie };
  const sent = await sendSync(request, { ...tablet, body: aSyncRequest({ events }) });
  expect((await sent.json()).refused.map(({ code }: { code: string }) => code)).toEqual(['held', 'held', 'held']);
  expect(keptEvents(server.dataDir, 'lesson.completed')).toEqual([]);

  await openHeld(page, club);
  await expect(page.getByRole('link', { name: 'Zu prüfen (3)' })).toBeVisible();
  await page.getByText('3 Einträge ansehen').click();
  // What cannot be taken back is two taps away.
  await expect(page.getByRole('button', { name: /erwerfen/ }).locator('visible=true')).toHaveCount(0);
  await openAll(page);
  await holds(page, 'staff');
  await send(page.getByRole('button', { name: /^Annehmen: Lektion geschafft: Bernd/ }));
  await expect(page.getByText('Angenommen. Die Einträge gelten jetzt.')).toBeVisible();
  expect(keptEvents(server.dataDir, 'lesson.completed').map(({ by }) => by)).toEqual([`person/${bernd?.id}`]);

  await openAll(page);
  await send(page.getByRole('button', { name: 'Alle verwerfen: Tablet 1' }));
  await expect(page.getByText('Es ist nichts zurückgehalten.')).toBeVisible();
  const again = await (await sendSync(request, { ...tablet, body: aSyncRequest({ events }) })).json();
  expect(again.refused.map(({ code }: { code: string }) => code)).toEqual(['forbidden', 'forbidden']);
  expect(again.accepted).toHaveLength(1);
});

test('after a restore, a group that is made again takes in what waited for it', async ({ newBrowser, request }) => {
  const club = await aRestoredClub();
  const { server, facts } = club;
  const group = newId(world);
  const staff = `staff/${facts.trainer.id}`;
  const at = (count: number) => formatStamp({ ms: Date.now() - 3_600_000, counter: count, device: 'd' });
  const stream = `meeting/${group}.2026-11-24`;
  const opening = { stream, by: staff, type: 'meeting.opened', data: { group, date: '2026-11-24' } };
  const mark = {
    stream,
    by: staff,
    type: 'attendance.marked',
    data: { person: facts.members[0]?.id, status: 'present' }
  };
  const events = [opening, mark].map((wanted, count) => ({ ...aTabletEvent(wanted), at: at(count) }));
  const answer = await request.post(`${server.url}/api/sync`, {
    headers: { origin: server.url, cookie: `session=${facts.trainer.session}`, 'content-type': 'application/json' },
    data: JSON.stringify(aSyncRequest({ events }))
  });
  expect((await answer.json()).refused.map(({ code }: { code: string }) => code)).toEqual(['held', 'held']);

  const page = await asStaff(await newBrowser({ reducedMotion: 'reduce' }), club, 'office');
  await openHeld(page, club);
  await openAll(page);
  await expect(page.getByRole('button', { name: /annehmen/i })).toHaveCount(0);
  await holds(page, 'staff');
  const held = page.getByRole('region', { name: 'Unbekannte Gruppe' });
  await send(held.getByRole('button', { name: 'Wieder anlegen' }));
  await expect(page.locator('[data-error]').first()).toBeVisible();
  await held.getByLabel('Name').fill('Freitagsgruppe');
  await send(held.getByRole('button', { name: 'Wieder anlegen' }));
  await expect(page.getByText('Die Gruppe Freitagsgruppe ist wieder da.')).toBeVisible();
  await send(page.getByRole('button', { name: /^Alle annehmen/ }));
  await expect(page.getByText('Es ist nichts zurückgehalten.')).toBeVisible();
  expect(keptEvents(server.dataDir, 'attendance.marked')).toMatchObject([{ stream, by: staff }]);
  await server.stop();
});

test('a person is deleted in two steps, with words before and a receipt after', async ({ club, newBrowser }) => {
  const page = await asStaff(await newBrowser({ reducedMotion: 'reduce' }), club, 'office');
  const [anna, bernd] = club.facts.members;
  await page.goto(`${club.server.url}/de/office/members/${anna?.id}`);
  await alive(page);
  const final = page.getByRole('button', { name: 'Anna endgültig löschen' });
  await expect(final).toBeHidden();
  await page.getByText('Was wird gelöscht?').click();
  await expect(page.getByText(/^Gelöscht werden: Name und Bild/)).toBeVisible();
  await holds(page, 'staff');
  await send(final);
  await expect(page.getByText('Anna ist gelöscht.')).toBeVisible();
  const receipt = page.getByRole('region', { name: 'Beleg über die Löschung' });
  await expect(receipt.getByText(/^Belegnummer: [0-9a-f]{12}$/)).toBeVisible();
  await alive(page);
  await holds(page, 'staff');
  await page.emulateMedia({ media: 'print' });
  await expect(receipt).toBeVisible();
  for (const name of ['Anna', bernd?.firstName ?? ''])
    await expect(page.getByText(name).locator('visible=true')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await openOffice(page, 'Teilnehmende');
  await expect(page.getByRole('link', { name: `${bernd?.firstName} ändern` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Anna ändern' })).toHaveCount(0);
});
