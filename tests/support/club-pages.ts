import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Lesson } from '../../src/lib/content/lesson';
import { pictureAddress } from '../../src/lib/pwa/kept-content';
import { memberPictures } from '../../src/lib/ui/pictures';
import { goOn, lessonPath, seeStep, tap } from './lesson';
import { cutOff } from './outbox';
import { untilKept } from './tablet';
import type { ClubAt } from './test';

/** Makes a browser an enrolled tablet, as if a code had been typed on it. */
export const enrolled = (context: BrowserContext, { server, facts }: ClubAt): Promise<void> =>
  context.addCookies([{ name: 'device', value: facts.tabletCookie, url: server.url, httpOnly: true, sameSite: 'Lax' }]);

/** Makes a browser that of somebody who has signed in. */
export const signedIn = (
  context: BrowserContext,
  { server, facts }: ClubAt,
  who: 'trainer' | 'office'
): Promise<void> =>
  context.addCookies([
    { name: 'session', value: facts[who].session, url: server.url, httpOnly: true, sameSite: 'Lax' }
  ]);

/** A page of an enrolled tablet. */
export async function asTablet(context: BrowserContext, club: ClubAt): Promise<Page> {
  await enrolled(context, club);
  return context.newPage();
}

/** A page of somebody who has signed in. */
export async function asStaff(context: BrowserContext, club: ClubAt, who: 'trainer' | 'office'): Promise<Page> {
  await signedIn(context, club, who);
  return context.newPage();
}

/** It is the morning of the meeting: whoever takes a tablet is not at it yet, at whatever hour the test runs. */
export async function inTheMorning(page: Page, { facts }: ClubAt): Promise<void> {
  await page.clock.install({ time: `${facts.meeting.slice(-10)}T07:00:00Z` });
}

/** Takes the tablet as one of the group. */
export async function takeTablet(page: Page, name: string): Promise<void> {
  await page.goto('/de/who');
  await page.getByRole('list', { name: 'Menschen dieser Gruppe' }).getByRole('button', { name }).click();
  await expect(page.getByText(`${name} lernt`)).toBeVisible();
}

/** A tablet on which Anna has done the first step of a lesson without a network. */
export async function tabletWithUnsentStep(context: BrowserContext, club: ClubAt, lesson: Lesson): Promise<Page> {
  const page = await asTablet(context, club);
  await takeTablet(page, 'Anna');
  await cutOff(context);
  await page.goto(lessonPath(lesson.id));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  return page;
}

/** Opens today's list, by the way of the trainer's page. */
export async function openSheet(page: Page): Promise<void> {
  await page.goto('/de/club');
  await page
    .getByRole('region', { name: 'Heute' })
    .getByRole('link', { name: /^Liste öffnen ?: Montagsgruppe/ })
    .click();
  await expect(page.getByRole('list', { name: 'Anwesenheit' })).toBeVisible();
}

/** One person's row of the list: the key that says "Ist da", and the second one. */
export function rowOf(page: Page, name: string): { mark: Locator; more: Locator } {
  const row = page.getByRole('list', { name: 'Anwesenheit' }).getByRole('listitem').filter({ hasText: name });
  return { mark: row.getByRole('button').first(), more: row.getByRole('button').last() };
}

/** The dialog of today's list, and how its keys are pressed: until they have done what they do. */
export function sheetDialog(page: Page) {
  const dialog = page.getByRole('dialog');
  const key = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true });
  const press = (name: string | RegExp) => tap(key(name), () => expect(key(name)).toBeHidden({ timeout: 300 }));
  const openBy = (what: Locator) => tap(what, () => expect(dialog).toBeVisible({ timeout: 300 }));
  const ask = (person: string) => openBy(rowOf(page, person).more);
  const choose = async (person: string, ...names: string[]) => {
    await ask(person);
    for (const name of names) await press(name);
  };
  return { dialog, key, press, openBy, ask, choose };
}

/**
 * Waits until the worker can open the pages of the room without a network, with all pictures of members: these come
 * last, several at once. It keeps them while somebody looks at one of these pages.
 */
export const untilKeptOffline = (page: Page): Promise<void> =>
  untilKept(page, ...memberPictures.map((name) => new RegExp(`${pictureAddress(name)}$`)));

/** What a person does who takes a device up again: the browser says so, and the device exchanges. */
export const wake = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
  });

/** Waits until a tablet says that everything has arrived. */
export async function untilAllArrived(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/de/status');
    await expect(page.getByText('Alles gespeichert und übertragen').first()).toBeVisible({ timeout: 2000 });
  }).toPass();
}
