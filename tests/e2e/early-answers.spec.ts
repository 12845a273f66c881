import type { Page } from '@playwright/test';
import { alive } from '../support/accessible';
import { asStaff } from '../support/club-pages';
import { expect, test } from '../support/test';

/** What a page shows in each of its questions. */
const answers = (page: Page): Promise<string[]> =>
  page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
        ({ name, type, value, checked }) =>
          `${name}: ${['checkbox', 'radio'].includes(type) ? `${value} ${checked}` : value}`
      )
    );

/** Answers each question of a page differently from what stands there. */
const answerAll = (page: Page): Promise<void> =>
  page.getByRole('main').evaluate((main) => {
    for (const control of main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
      if (['checkbox', 'radio'].includes(control.type)) control.click();
      else if (['text', 'textarea'].includes(control.type)) control.value = 'geschrieben';
    for (const list of main.querySelectorAll('select')) list.selectedIndex = list.options.length - 1;
  });

test('what is written, ticked or chosen before a page has come alive stays', async ({ club, newBrowser }) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');
  let letGo = () => {};
  let held = Promise.resolve();
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  for (const path of [`groups/${club.facts.group}`, 'staff', 'members', 'meetings/calendar', 'venues']) {
    held = new Promise((done) => (letGo = done));
    await page.goto(`/de/office/${path}`, { waitUntil: 'commit' });
    await page.getByRole('contentinfo').waitFor();
    const before = await answers(page);
    await answerAll(page);
    const entered = await answers(page);
    expect(entered, path).not.toEqual(before);
    letGo();
    await alive(page);
    expect(await answers(page), path).toEqual(entered);
  }
});
