import { asStaff } from '../support/club-pages';
import { lessonAt, lessonPath, seeStep } from '../support/lesson';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

const addresses: [string, string][] = [
  ['an unknown course', '/de/courses/kochen'],
  ['an unknown lesson', '/de/courses/tablet-basics/fliegen'],
  ['a lesson of an unknown course', '/de/courses/kochen/tap-swipe-scroll'],
  ['an unknown page', '/de/kaffeekueche'],
  ['an unknown language', '/xx/courses/tablet-basics'],
  ['a wild address', '/de/courses/..%2f..%2fetc%2fpasswd']
];

test('an address that leads nowhere is a kind page with a way on', async ({ page, browserErrors }) => {
  browserErrors.expect(/status of 404/);
  for (const [name, address] of addresses)
    await test.step(name, async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
      await expect(page.getByText('Es ist nichts verloren.')).toBeVisible();
      await page.getByRole('link', { name: 'Zu allen Kursen' }).click();
      await expect(page).toHaveURL(/\/de$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('In Ruhe lernen, was Tablet und Handy können');
    });
});

test('an address that leads nowhere speaks the language of the address', async ({ page, browserErrors }) => {
  browserErrors.expect(/status of 404/);
  await page.goto('/en/courses/cooking');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/en$/);
});

test('a step that is none opens the first one and says so', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
  for (const hash of ['#99', '#0', '#-1', '#zwei', '#3.5'])
    await test.step(hash, async () => {
      // Another document each time: within one, a new hash would be a step of the same visit.
      await page.goto('about:blank');
      await page.goto(lessonPath(lesson.id) + hash);
      await seeStep(page, lesson, 1);
      await expect(page.getByText('Diesen Schritt gibt es nicht. Sie sind jetzt bei Schritt 1.')).toBeVisible();
    });
});

test('an unknown meeting and an unknown group say so and lead back', async ({ shared, newBrowser }) => {
  const page = await asStaff(await newBrowser(), shared, 'trainer');
  await page.goto('/de/club/meetings/01900000-0000-7000-8000-000000000001');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diesen Termin gibt es hier nicht');
  await page.goto('/de/club/groups/01900000-0000-7000-8000-000000000001');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Gruppe gibt es hier nicht');
  await page.getByRole('link', { name: 'Alle Termine' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ihre Termine');
});
