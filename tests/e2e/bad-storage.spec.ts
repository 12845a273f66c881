import type { Page } from '@playwright/test';
import { finishLesson, goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

/** A browser that has no database: some private windows, some old devices. */
const withoutIndexedDb = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });

/** A device whose disk is full: the database opens, but takes nothing any more. */
const withFullDisk = (page: Page) =>
  page.addInitScript(() => {
    const full = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = full;
    IDBObjectStore.prototype.put = full;
  });

test('without a database a whole lesson can be learned, and the person is told that their place does not stay', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await withoutIndexedDb(page);
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  await expect(
    page.getByText('Dieses Gerät kann Ihren Platz nicht speichern. Sie können trotzdem weiterlernen.')
  ).toBeVisible();
  await page.goBack();
  await finishLesson(page, lesson, 'enter');
  await page.goto('/de/status');
  await expect(page.getByText('Dieser Browser kann nichts speichern.', { exact: false }).first()).toBeVisible();
  // What is not kept must not be a family's only key.
  await page.goto('/de/family#join=AaIhE2dWdpiAg');
  await expect(
    page.getByText('kann die Vereinbarung nicht mit anderen Geräten teilen', { exact: false })
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /[Vv]erbinden$/ })).toHaveCount(0);
});

test('with a full disk learning goes on, and the person is told', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await withFullDisk(page);
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  await expect(page.getByText('Der Speicher dieses Geräts ist voll.', { exact: false })).toBeVisible();
  await goOn(page, { lesson, from: 2 });
});

test('without localStorage the lesson opens and settings hold for the page', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('No storage here', 'SecurityError');
      }
    });
  });
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await page.getByRole('banner').getByRole('link', { name: 'Schrift' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Sehr groß' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-text', '150');
});
