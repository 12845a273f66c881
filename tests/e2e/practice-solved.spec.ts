import type { Page } from '@playwright/test';
import { houseLocales, type Locale } from '../../src/lib/i18n/locales';
import { examples, type PracticeExample } from '../../src/lib/practice/examples';
import { kinds } from '../../src/lib/practice/kinds';
import { alive, tapLink } from '../support/accessible';
import { readScene } from '../support/scenes';
import { expect, test } from '../support/test';

/** `npm run test:practices` solves every scene in every language; `npm test` one scene of each kind. */
const isThorough = process.env['EVERY_SCENE'] !== undefined;

const inOrder = examples.filter(({ dir, helpMode }) => dir === undefined && helpMode === undefined);
const firstOfKind = inOrder.filter(({ kind }, index) => inOrder.findIndex((one) => one.kind === kind) === index);
const wanted = isThorough ? inOrder : firstOfKind;
const languages: readonly Locale[] = isThorough ? houseLocales : ['de'];

/** A second tap within this time is taken for a tremor and reaches nothing (ACCESSIBILITY.md, O04). */
const tremorMs = 450;

/** What a practice may add to its lesson, compressed (issue 6). With the first one comes what all of them share. */
const mostBytes = 15_000;
const mostBytesOfFirst = 25_500;

/** The size of the code that came over the line since a moment, compressed. */
const codeSince = (page: Page, from: number): Promise<number> =>
  page.evaluate(
    (start) =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ name, startTime }) => startTime >= start && name.includes('/_app/immutable/'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    from
  );

/** Presses a control as somebody with a keyboard does: it has the focus, nothing is pointed at. */
async function byKey(page: Page, id: string): Promise<void> {
  await page.locator(`[data-practice] [data-control="${id}"]`).press('Enter');
}

/** Taps a control once, with a calm hand. */
async function byTap(page: Page, id: string): Promise<void> {
  await page.locator(`[data-practice] [data-control="${id}"]`).tap();
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() >= until, from + tremorMs);
}

async function solve(
  page: Page,
  { name, kind, scene }: PracticeExample,
  { locale, press }: { locale: Locale; press: typeof byKey }
): Promise<void> {
  const from = await page.evaluate(() => performance.now());
  await tapLink(page, `/${locale}/practice-examples/${name}`);
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  const practice = page.locator(`[data-practice="${kind}"][data-practice-state="open"]`);
  await expect(practice).toBeVisible();
  expect
    .soft(await codeSince(page, from), `code of ${kind}`)
    .toBeLessThanOrEqual(name === wanted[0]?.name ? mostBytesOfFirst : mostBytes);
  for (const { id, write } of kinds[kind]?.controls(readScene(kind, scene, locale)) ?? []) {
    if (write) await page.locator(`[data-write="${write.into}"]`).fill(write.text);
    await press(page, id);
  }
  await expect(page.locator('[data-practice]'), `${name} in ${locale}`).toHaveAttribute('data-practice-state', 'done');
  await expect(page.locator('[data-outcomes]')).toHaveAttribute('data-outcomes', 'done');
}

async function solveAll(page: Page, locale: Locale, press: typeof byKey): Promise<void> {
  test.setTimeout(60_000 + wanted.length * 10_000);
  await page.goto(`/${locale}/practice-examples`);
  await alive(page);
  await page.evaluate(() => performance.setResourceTimingBufferSize(5000));
  for (const example of wanted) await solve(page, example, { locale, press });
}

for (const locale of languages)
  test(`practices are solved by keyboard alone in ${locale}`, async ({ page }) => {
    await solveAll(page, locale, byKey);
  });

// Calm taps take their time.
if (isThorough)
  test.describe('with a finger', () => {
    test.use({ hasTouch: true });

    for (const locale of languages)
      test(`practices are solved by single taps alone in ${locale}`, async ({ page }) => {
        await solveAll(page, locale, byTap);
      });
  });
