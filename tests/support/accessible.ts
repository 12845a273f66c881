import { expect, type Page } from '@playwright/test';
import { axeFindings, isThorough } from './axe';
import { learnersFloor, measured, sideways, staffFloor } from './measures';
import { inWindow } from './test';

export const locales = ['de', 'de-simple', 'en'] as const;

/**
 * Pages and parts have one structure in each language: `npm test` looks at them in German, whose words are the longest;
 * `npm run test:axe` in all three.
 */
export const sampledLocales: readonly (typeof locales)[number][] = isThorough ? locales : ['de'];

/** For tests that look: in the worker's window, where nothing moves. */
export const test = inWindow('reduce');

/** Goes to another page of the app as a tap on a link does: what is loaded and compiled stays. */
export async function tapLink(page: Page, path: string): Promise<void> {
  const address = new URL(path, page.url()).href;
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
  await expect(page).toHaveURL(address);
}

/** The same for tests that look: axe stays, too, so that this takes half the time of opening the address. */
export async function follow(page: Page, path: string): Promise<void> {
  await tapLink(page, path);
  expect(await page.evaluate(() => 'axe' in window), `${path} is another page of the same app`).toBe(true);
}

/** Waits until a page that fills with what the device's database holds has nothing more to show. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((done) => {
        const end = () => {
          observer.disconnect();
          done();
        };
        let timer = setTimeout(end, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, quietMs);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    250
  );
}

/** Holds a page, as it stands now, against everything: axe in three themes, sizes, sideways scrolling. */
export async function holds(page: Page, who: 'learner' | 'staff' = 'learner'): Promise<void> {
  const findings = [
    ...(await axeFindings(page)),
    ...(await measured(page, who === 'staff' ? staffFloor : learnersFloor)),
    ...(await sideways(page))
  ];
  // Soft: a test goes over many pages, and names all that have something.
  expect.soft(findings, `${page.url()}: ${await page.title()}`).toEqual([]);
}

/** Holds several pages of the app, one after the other, as somebody goes through it. @param paths each begins with `/` */
export async function holdsEach(
  page: Page,
  [first = '/', ...others]: readonly string[],
  whoAt: (path: string) => 'learner' | 'staff' = () => 'learner'
): Promise<void> {
  await page.goto(first);
  await alive(page);
  await holds(page, whoAt(first));
  for (const path of others) {
    await follow(page, path);
    await settled(page);
    await holds(page, whoAt(path));
  }
}

/** Waits until the page has come alive: the router says so by its place for announcements. */
export async function alive(page: Page): Promise<void> {
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}
