import type { Lesson } from '../content/lesson';
import { courseOfCache, lessonAddress, visitedCache } from '../pwa/kept-content';
import type { DownloadWorld } from './downloads.browser';

/** A lesson that opens without a network, because somebody opened it before. */
export interface VisitedLesson extends Pick<Lesson, 'id' | 'course' | 'locale' | 'title'> {
  sizeBytes: number;
}

/** Lessons that were opened and whose course is not on the device as a whole, by title. */
export async function visitedLessons({ caches }: Pick<DownloadWorld, 'caches'>): Promise<VisitedLesson[]> {
  const loaded = (await caches.keys()).flatMap((name) => courseOfCache(name) ?? []);
  const cache = await caches.open(visitedCache);
  const found: VisitedLesson[] = [];
  for (const answer of await cache.matchAll()) {
    const text = await answer.text();
    const { id, course, locale, title }: Lesson = JSON.parse(text);
    if (loaded.some((one) => one.id === course && one.locale === locale)) continue;
    found.push({ id, course, locale, title, sizeBytes: text.length });
  }
  return found.sort((a, b) => a.title.localeCompare(b.title, a.locale));
}

/** Takes all opened lessons off the device. Loaded courses stay. */
export async function clearVisited({ caches }: Pick<DownloadWorld, 'caches'>): Promise<void> {
  const cache = await caches.open(visitedCache);
  for (const request of await cache.keys())
    if (lessonAddress(new URL(request.url, 'https://device').pathname)) await cache.delete(request);
}
