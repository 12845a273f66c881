import type { CourseFile } from '../content/lesson';
import { err, ok, type Result } from '../base/result';
import { downloadFacts, removedMark, type DownloadFacts } from './downloads';
import { askForExtras } from '../pwa/ask-worker.browser';
import { keepBesideCourse } from './trainer-pages.browser';
import {
  courseAddress,
  courseCache,
  courseOfCache,
  lessonParts,
  pictureAddress,
  type CourseKey
} from '../pwa/kept-content';

/** The parts of the browser that downloads use. */
export interface DownloadWorld {
  caches: CacheStorage;
  fetch: typeof fetch;
  /** Asks the worker for what the lessons of all courses here need besides; false where it could not get it. */
  keepExtras: () => Promise<boolean>;
}

/** offline: no answer · full: no room on the device · broken: the server answered something else · unavailable: this browser keeps nothing */
export type DownloadProblem = 'offline' | 'full' | 'broken' | 'unavailable';

/** The browser's own, or nothing where this address may keep nothing. */
export const downloadWorld = (): DownloadWorld | undefined =>
  'caches' in globalThis
    ? { caches: globalThis.caches, fetch: (...request) => globalThis.fetch(...request), keepExtras: askForExtras }
    : undefined;

/** A course that is on this device, as it was when it was loaded. */
export interface KeptCourse extends DownloadFacts {
  course: CourseFile;
  sizeBytes: number;
}

/** How far a course is loaded. */
export async function factsOnDevice(world: DownloadWorld, course: CourseFile): Promise<DownloadFacts> {
  return downloadFacts(course, await keptAddresses(world, course));
}

async function keptAddresses({ caches }: DownloadWorld, key: CourseKey): Promise<string[] | undefined> {
  const name = courseCache(key);
  if (!(await caches.has(name))) return undefined;
  return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url, 'https://device').pathname);
}

interface DownloadWatch {
  /** Called after each lesson that is whole. */
  onlesson: (facts: DownloadFacts) => void;
  /** Stops between two files; what is there stays. */
  signal: AbortSignal;
}

/**
 * Loads what is missing of a course, lesson by lesson; what is there is not fetched again. Interrupted at any point,
 * the next call goes on.
 */
export async function downloadCourse(
  world: DownloadWorld,
  course: CourseFile,
  { onlesson, signal }: DownloadWatch
): Promise<Result<DownloadFacts, DownloadProblem>> {
  try {
    const cache = await world.caches.open(courseCache(course));
    await cache.delete(removedMark);
    await cache.put(courseAddress(course), jsonAnswer(course));
    if (!(await world.keepExtras())) return err('offline');
    await fetchMissing(world, cache, [pictureAddress(course.picture)], signal);
    for (const { id } of course.lessons) {
      await fetchMissing(world, cache, lessonParts(course, id), signal);
      onlesson(await factsOnDevice(world, course));
    }
    await dropOlder(cache, course);
    await keepBesideCourse(world, course);
    return ok(await factsOnDevice(world, course));
  } catch (reason) {
    return err(problemOf(reason));
  }
}

class BrokenAnswer extends Error {}

async function fetchMissing(
  world: DownloadWorld,
  cache: Cache,
  addresses: string[],
  signal: AbortSignal
): Promise<void> {
  await Promise.all(
    addresses.map(async (address) => {
      if (await cache.match(address)) return;
      // The mark leads past the worker, which would answer with what it has.
      const answer = await world.fetch(address, { headers: { 'x-download': '1' }, signal });
      if (!answer.ok) throw new BrokenAnswer(`${address}: ${answer.status}`);
      await cache.put(address, answer);
    })
  );
}

/** After the newer words are there, the older ones make room. */
async function dropOlder(cache: Cache, course: CourseFile): Promise<void> {
  const wanted = new Set([
    courseAddress(course),
    pictureAddress(course.picture),
    ...course.lessons.flatMap(({ id }) => lessonParts(course, id))
  ]);
  for (const request of await cache.keys())
    if (!wanted.has(new URL(request.url, 'https://device').pathname)) await cache.delete(request);
}

function problemOf(reason: unknown): DownloadProblem {
  if (reason instanceof BrokenAnswer) return 'broken';
  const name = reason instanceof Error ? reason.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'SecurityError' ? 'unavailable' : 'offline';
}

const jsonAnswer = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** Takes a course out of sight. Until `clearRemoved`, `bringBack` undoes it. */
export async function removeCourse({ caches }: DownloadWorld, key: CourseKey): Promise<void> {
  await (await caches.open(courseCache(key))).put(removedMark, new Response(''));
}

export async function bringBack({ caches }: DownloadWorld, key: CourseKey): Promise<void> {
  await (await caches.open(courseCache(key))).delete(removedMark);
}

/** Frees the room of all courses that were removed. Called when the page is left or the next one opens. */
export async function clearRemoved({ caches }: DownloadWorld): Promise<void> {
  for (const name of await caches.keys())
    if (courseOfCache(name) && (await (await caches.open(name)).match(removedMark))) await caches.delete(name);
}

/** All courses on this device, as they were when they were loaded, with what they take. */
export async function keptCourses(world: DownloadWorld): Promise<KeptCourse[]> {
  const found: KeptCourse[] = [];
  for (const name of await world.caches.keys()) {
    const key = courseOfCache(name);
    if (!key) continue;
    const cache = await world.caches.open(name);
    const list = await cache.match(courseAddress(key));
    if (!list) continue;
    const course: CourseFile = await list.json();
    found.push({ course, sizeBytes: await sizeOf(cache), ...(await factsOnDevice(world, course)) });
  }
  return found.sort((a, b) => a.course.title.localeCompare(b.course.title, a.course.locale));
}

async function sizeOf(cache: Cache): Promise<number> {
  const answers = await cache.matchAll();
  const sizes = await Promise.all(answers.map(async (answer) => (await answer.blob()).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
