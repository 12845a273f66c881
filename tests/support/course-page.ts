import { expect, type Page } from '@playwright/test';
import type { CourseFile, LessonEntry } from '../../src/lib/content/lesson';

/** The lessons of the first course, as a server lists them. */
export async function courseOf(url: string, locale: string): Promise<LessonEntry[]> {
  const answer = await fetch(`${url}/content/${locale}/tablet-basics.json`);
  const course: CourseFile = JSON.parse(await answer.text());
  return course.lessons;
}

/** Loads the course of the page that is open, and waits until the worker holds the shell, too. */
export async function downloadCourseOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kurs auf dieses Gerät laden' }).click();
  await expect(page.getByText('Der Kurs ist auf diesem Gerät.')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/de/shell'))), { timeout: 30_000 })
    .toBe(true);
}

/** Opens each lesson by its address, and sees its title and its pictures. */
export async function lessonsOpen(page: Page, course: string, lessons: readonly LessonEntry[]): Promise<void> {
  expect(lessons.length).toBeGreaterThan(0);
  for (const { id, title } of lessons) {
    await page.goto(`${course}/${id}`);
    await expect(page).toHaveTitle(new RegExp(title.replace(/[?.]/g, '.')));
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
}
