import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axe';
import { learnersFloor, measured, sideways, staffFloor } from './measures';

export const locales = ['de', 'de-simple', 'en'] as const;

/** Holds a page, as it stands now, against everything: axe in three themes, sizes, sideways scrolling. */
export async function holds(page: Page, who: 'learner' | 'staff' = 'learner'): Promise<void> {
  const findings = [
    ...(await axeFindings(page)),
    ...(await measured(page, who === 'staff' ? staffFloor : learnersFloor)),
    ...(await sideways(page))
  ];
  expect(findings, `${page.url()}: ${await page.title()}`).toEqual([]);
}

/** Waits until the page has come alive: the router says so by its place for announcements. */
export async function alive(page: Page): Promise<void> {
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}
