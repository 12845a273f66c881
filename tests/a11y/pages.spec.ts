import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { CourseFile } from '../../src/lib/content/lesson';
import { alive, holds, holdsEach, locales, sampledLocales, test } from '../support/accessible';
import { axeFindings } from '../support/axe';
import { learnedFile } from '../support/learned';
import { send } from '../support/office-pages';

/** Everything that a visitor can open; the practice examples are held in parts.spec.ts. */
const pages = [
  '',
  '/courses/tablet-basics',
  '/paths',
  '/paths/write-to-family',
  '/guides',
  '/guides/text-size',
  '/downloads',
  '/family',
  '/family/week',
  '/family/plan',
  '/help',
  '/help/money',
  '/games',
  '/games/building',
  '/games/before-buying',
  '/games/talk',
  '/my-learning',
  '/my-learning/certificate',
  '/my-learning/move',
  '/review',
  '/search',
  '/words',
  '/settings',
  '/status',
  '/who',
  '/enrol',
  '/sign-in',
  '/club',
  '/imprint',
  '/privacy',
  '/accessibility',
  '/report-barrier'
];

for (const locale of sampledLocales)
  test(`every page that a visitor can open holds in ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    await holdsEach(
      page,
      pages.map((path) => `/${locale}${path}`),
      (path) => (path.endsWith('/club') ? 'staff' : 'learner')
    );
  });

for (const locale of locales) {
  test(`the page that is not there holds in ${locale}`, async ({ page, browserErrors }) => {
    browserErrors.expect(/status of 404/);
    await page.goto(`/${locale}/kaffeekueche`);
    await holds(page);
  });

  test(`every page has a title of its own in ${locale}`, async ({ request }) => {
    const titles = new Map<string, string>();
    for (const path of pages.filter((one) => one !== '/who' && one !== '/club')) {
      const html = await (await request.get(`/${locale}${path}`)).text();
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
      expect(titles.get(title), `"${title}" of ${path}`).toBeUndefined();
      titles.set(title, path);
    }
  });
}

test('an invalid form of the public pages holds', async ({ page, browserErrors }) => {
  browserErrors.expect(/status of 4\d\d/);
  await page.goto('/de/sign-in');
  await page.getByLabel('Benutzername').fill('niemand');
  await page.getByLabel('Passwort').fill('irgendetwas');
  await send(page.getByRole('button', { name: 'Anmelden' }));
  await expect(page.getByText('Das hat nicht gepasst.', { exact: false })).toBeVisible();
  await holds(page);
  await page.goto('/de/enrol');
  await page.getByLabel('Code').fill('ZZZZZZ');
  await send(page.getByRole('button', { name: 'Tablet anmelden' }));
  await expect(page.getByText('Dieser Code passt nicht.', { exact: false })).toBeVisible();
  await holds(page);
});

test('what was found holds, and so does a search that finds nothing', async ({ page }) => {
  await page.goto('/de/search#passwort');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Passwort');
  await holds(page);
  await page.getByRole('searchbox').fill('xqzwvxqz');
  await expect(page.getByRole('heading', { name: 'Hier können Sie sich umsehen' })).toBeVisible();
  await holds(page);
});

test('what somebody can and did holds, and so does its way to another device', async ({ page, request }) => {
  await page.goto('/de/my-learning/move');
  const course: CourseFile = await (await request.get('/content/de/tablet-basics.json')).json();
  await page.getByLabel('Datei einlesen').setInputFiles(learnedFile(course));
  await expect(page.getByRole('region', { name: 'Ist das Ihr Lernen?' })).toBeVisible();
  await holds(page);
  await page.getByRole('button', { name: 'Übernehmen', exact: true }).click();
  await page.getByRole('button', { name: 'QR-Code zeigen' }).click();
  await expect(page.getByRole('img', { name: 'QR-Code für das neue Gerät' })).toBeVisible();
  await holds(page);
  for (const [address, sheet] of [
    ['/de/my-learning', 'Das kann ich'],
    ['/de/my-learning/certificate#tablet-basics', 'Urkunde']
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('article', { name: sheet })).toBeVisible();
    await holds(page);
  }
});

test('the settings, open over a page, hold', async ({ page }) => {
  await page.goto('/de');
  await alive(page);
  await page.getByRole('banner').getByRole('link', { name: 'Schrift' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await holds(page);
});

test('the report for authors holds, in light and in dark', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.html');
  spawnSync(process.execPath, ['scripts/check-content.js', 'tests/content-mistakes', '--report', file]);
  const body = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  await page.route('**/report', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto('/report');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^How the lessons stand on /);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
});
