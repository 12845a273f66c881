import type { Locator, Page } from '@playwright/test';
import { alive, holds } from '../support/accessible';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

const control = (page: Page, id: string): Locator => page.locator(`[data-practice] [data-control="${id}"]`);

test('a practice that fails says so kindly, and the next one comes up', async ({ page, browserErrors }) => {
  browserErrors.expect(/Invalid type/);
  await page.route('**/practice-examples/qr-town-walk/__data.json*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('"leave"', '7') });
  });
  await page.goto('/de/practice-examples');
  // Before, a link is the browser's own, and loads a page that nobody has changed on its way.
  await alive(page);
  await page.getByRole('link', { name: 'qr-town-walk' }).press('Enter');
  await expect(page.getByText('Es ist nichts verloren.')).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'qr-three-letters' }).press('Enter');
  await expect(page.locator('[data-practice-state="open"]')).toBeVisible();
});

test('a practice that breaks at a tap tells the log once, is tried again, and the lesson goes on without it', async ({
  page,
  browserErrors
}) => {
  browserErrors.expect(/planted/);
  const reports: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/lesson-report')) reports.push(request.postData() ?? '');
  });
  /** Lets the code that looks for the control under a finger fail; answers how it works again. */
  const plant = async () => {
    const whole = await page.evaluateHandle(() => Element.prototype.closest);
    await page.evaluate((closest) => {
      Element.prototype.closest = new Proxy(closest, {
        apply(target, element, [wanted]) {
          if (wanted === '[data-control]') throw new TypeError('planted: Hannelore1944');
          return Reflect.apply(target, element, [wanted]);
        }
      });
    }, whole);
    return () => page.evaluate((closest) => void (Element.prototype.closest = closest), whole);
  };
  await page.goto('/de/courses/tablet-basics/tap-swipe-scroll#3');
  const practice = page.locator('[data-practice]');
  const card = page.getByRole('group', { name: 'Das liegt nicht an Ihnen.' });
  const foot = page.getByRole('contentinfo').getByRole('link');
  await expect(practice).toBeVisible();
  const mend = await plant();
  const told = page.waitForResponse('**/api/lesson-report');
  await control(page, 'sunflower').press('Enter');
  await expect(card).toBeFocused();
  await expect(practice).toBeHidden();
  await expect(foot).toHaveText('Weiter zu Schritt 4');
  expect((await told).status()).toBe(204);

  await mend();
  await card.getByRole('button', { name: 'Noch einmal versuchen' }).press('Enter');
  await expect(page.locator('[data-practice] .now')).toBeFocused();
  await expect(foot).toHaveText('Später üben');
  await control(page, 'sunflower').press('Enter');
  await expect(practice).toHaveAttribute('data-practice-goal', '1');

  await plant();
  await control(page, 'butterfly').press('Enter');
  await card.getByRole('button', { name: 'Weiter ohne Übung' }).press('Enter');
  await expect(page).toHaveURL(/#4$/);
  expect(reports).toHaveLength(1);
  expect(JSON.parse(reports[0] ?? '')).toMatchObject({
    what: 'broken',
    kind: 'touch',
    scene: 'tiles-easy',
    locale: 'de'
  });
  expect(reports[0]).toMatch(/"error":"TypeError at [\w.-]+\.js:\d+:\d+"/);
  expect(reports[0]).not.toContain('Hannelore');

  await test.step('a practice whose rules break, too', async () => {
    browserErrors.expect(/torn/);
    await page.goto('/de/practice-examples/touch-tiles-easy');
    await expect(practice).toBeVisible();
    await page.evaluate(() => {
      const { entries } = Object;
      const torn = (of: object) => {
        if ('misses' in of) throw new Error('torn');
        return entries(of);
      };
      Object.assign(Object, { entries: torn });
    });
    await control(page, 'sunflower').press('Enter');
    await expect(card).toBeFocused();
    await holds(page);
  });
});
