import { courseOfCache, lessonAddress, sameLesson, shelfAddress, visitedCache } from './kept-content';
import type { CourseFile, CourseSummary } from '../content/lesson';
import { isLocale } from '../i18n/locales';
import { appCache, pathsIn, type WorkerWorld } from './kept.browser';
import { within } from './within.browser';

/** So long an older file waits for the newer one: bad Wi-Fi must not look like a frozen tablet. */
const patienceMs = 3000;
const longPatienceMs = 20_000;

/**
 * A lesson's file: from the device; else from the network; else the same lesson in older words; and where the server
 * has only newer words, those.
 */
export async function answerLesson(world: WorkerWorld, path: string): Promise<Response> {
  const exact = await world.caches.match(path);
  if (exact) return exact;
  const older = await olderLesson(world, path);
  const fresh = await within(older ? patienceMs : longPatienceMs, world.fetch(path));
  if (fresh?.ok) return fresh;
  if (older) return older;
  if (fresh?.status === 404) return (await newerLesson(world, path)) ?? fresh;
  return fresh ?? Response.error();
}

/** The addresses of all lessons in a language that are on the device. */
export async function lessonsOnDevice(world: WorkerWorld, locale: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await world.caches.keys()) {
    if (name !== visitedCache && courseOfCache(name)?.locale !== locale) continue;
    const paths = await pathsIn(await world.caches.open(name));
    found.push(...paths.filter((path) => lessonAddress(path)?.locale === locale));
  }
  return found;
}

async function olderLesson(world: WorkerWorld, path: string): Promise<Response | undefined> {
  const older = sameLesson(path, await lessonsOnDevice(world, lessonAddress(path)?.locale ?? ''));
  return older === undefined ? undefined : world.caches.match(older);
}

/** This version names a file that the server no longer has: a newer app is there, but nobody has accepted it yet. */
async function newerLesson(world: WorkerWorld, path: string): Promise<Response | undefined> {
  const locale = lessonAddress(path)?.locale;
  if (!isLocale(locale)) return undefined;
  const shelf = await json<CourseSummary[]>(world, shelfAddress(locale));
  for (const { id } of shelf ?? []) {
    const course = await json<CourseFile>(world, `/content/${locale}/${id}.json`);
    const file = sameLesson(path, course?.lessons.map((lesson) => lesson.file) ?? []);
    if (file) return within(longPatienceMs, world.fetch(file));
  }
  return undefined;
}

async function json<Shape>(world: WorkerWorld, address: string): Promise<Shape | undefined> {
  const answer = await within(longPatienceMs, world.fetch(address, { cache: 'no-cache' }));
  return answer?.ok ? answer.json() : undefined;
}

/** A list of courses or of lessons: of this version; else of the server; else as it was when the course was loaded. */
export async function answerList(world: WorkerWorld, path: string): Promise<Response> {
  const mine = await world.caches.match(path, { cacheName: appCache(world.version) });
  if (mine) return mine;
  const fresh = await within(longPatienceMs, world.fetch(path));
  if (fresh?.ok) return fresh;
  return (await world.caches.match(path)) ?? fresh ?? Response.error();
}
