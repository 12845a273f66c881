import { saysDu } from '../content/address';
import type { CourseFile, CourseSummary, LessonEntry } from '../content/lesson';
import { gamesAddress, helpAddress, type GamesFile } from '../content/for-parents/help';
import { guidesAddress } from '../content/guide';
import { pathsAddress, type LearningPath } from '../content/path';
import { isHouseLocale, type Locale } from '../i18n/locales';
import {
  courseAddress,
  courseCache,
  courseOfCache,
  lessonParts,
  pictureAddress,
  searchAddress,
  shelfAddress,
  visitedCache,
  wordPicturesAddress,
  wordsAddress
} from './kept-content';
import { memberPictures } from '../ui/pictures';
import { publicPages, shellAddress, type Address } from './address';
import { appCache, codeCache, pathsIn, pictureCache, readMemory, remember, type WorkerWorld } from './kept.browser';

/** The server has another version of the app than this worker: what it says now would not fit. */
export class OtherVersion extends Error {}

/**
 * Keeps what opens the pages of a language: the shell, its messages, the lists of courses, what can be searched.
 * @throws OtherVersion, or where the network fails
 */
export async function keepLanguage(world: WorkerWorld, locale: Locale): Promise<void> {
  const app = await world.caches.open(appCache(world.version));
  await keepFiles(world, codeCache, learnersWords(world, locale));
  if (!(await app.match(shellAddress(locale)))) await keepDocument(world, shellAddress(locale));
  const shelf = await keepList<CourseSummary[]>(world, app, shelfAddress(locale));
  const keepCourse = async (course: CourseSummary) => {
    await takeOver(world, app, course);
    await keepList(world, app, courseAddress(course));
  };
  const [paths] = await Promise.all([
    keepList<LearningPath[]>(world, app, pathsAddress(locale)),
    ...[wordsAddress(locale), wordPicturesAddress(locale), searchAddress(locale)].map((address) =>
      keepList(world, app, address)
    ),
    ...(shelf ?? []).map(keepCourse)
  ]);
  const covers = [...(shelf ?? []), ...(paths ?? [])].map(({ picture }) => pictureAddress(picture));
  await keepFiles(world, pictureCache, ['/icons/icon.svg', ...covers]);
}

/** Groups of messages that learners' pages do without; every other is kept with its language. */
const othersWords = new Set(['aid', 'club', 'family', 'guides', 'legal', 'office', 'parts']);

const learnersWords = ({ code }: WorkerWorld, locale: Locale): string[] =>
  Object.entries(code.messages[locale] ?? {}).flatMap(([group, files]) => (othersWords.has(group) ? [] : files));

/**
 * Keeps what the pages of the room need besides: their code and their words, with which they open from now on, and the
 * pictures of name tiles, without which they would open as well.
 * @throws OtherVersion, or where the network fails
 */
export async function keepClub(world: WorkerWorld, locale: Locale): Promise<void> {
  await keepFiles(world, codeCache, [...world.code.club, ...(world.code.messages[locale]?.['club'] ?? [])]);
  await remember(world, { club: true });
  await keepFiles(world, pictureCache, memberPictures.map(pictureAddress));
}

/**
 * Keeps what loaded courses and opened lessons need besides every page, and `more` of it.
 * @throws OtherVersion, or where the network fails
 */
export async function keepExtras(world: WorkerWorld, more: readonly string[] = []): Promise<void> {
  const { extras: before } = await readMemory(world);
  const extras = [...new Set([...before, ...(await extrasOfLoaded(world)), ...more])];
  const kept = new Set(await pathsIn(await world.caches.open(codeCache)));
  const files = extras.flatMap((name) => world.code.extras[name] ?? []);
  await keepFiles(
    world,
    codeCache,
    files.filter((file) => !kept.has(file))
  );
  if (extras.length > before.length) await remember(world, { extras });
}

async function extrasOfLoaded({ caches }: WorkerWorld): Promise<string[]> {
  const loaded = (await caches.keys()).flatMap((name) => courseOfCache(name) ?? []);
  const lists = await Promise.all(
    loaded.map((key) => caches.match(courseAddress(key), { cacheName: courseCache(key) }))
  );
  const courses: CourseFile[] = await Promise.all(lists.flatMap((list) => (list ? [list.json()] : [])));
  return courses.flatMap((course) => [
    ...needed(course, course.lessons),
    ...(course.lessons.some(({ guides }) => guides) ? ['guides'] : [])
  ]);
}

/** What the family's agreement needs besides every page: its code, and its words in the reader's language. */
export const familyExtras = (locale: Locale): string[] =>
  isHouseLocale(locale) ? ['family'] : ['family', `family/${locale}`];

/** What lessons of a course need besides every page: kinds of practice, words that say "du", the parents' agreement. */
function needed({ audience, locale }: CourseFile, lessons: readonly LessonEntry[]): string[] {
  const practices = lessons.flatMap((lesson) => lesson.practices);
  if (audience === 'parents') practices.push(...familyExtras(locale));
  return saysDu(audience) ? [...practices, `du/${locale}`] : practices;
}

/** As many requests as a browser has under way to one server over HTTP/1.1: one after another, each would wait for the last. */
const atOnce = 6;

/** Keeps files that never change under their name; what is there is not fetched again. */
async function keepFiles(world: WorkerWorld, into: string, addresses: readonly string[]): Promise<void> {
  const cache = await world.caches.open(into);
  const waiting = [...addresses];
  const work = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (await world.caches.match(address)) continue;
      const answer = await world.fetch(address);
      if (answer.ok) await cache.put(address, answer);
      else if (into === codeCache) throw new OtherVersion(address);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/**
 * Keeps the code of all learners' pages.
 * @throws OtherVersion, or where the network fails
 */
export const keepApp = (world: WorkerWorld): Promise<void> => keepFiles(world, codeCache, world.code.learn);

/**
 * Keeps a document that the build made.
 * @throws OtherVersion where it belongs to another version: its scripts would not be here
 */
export async function keepDocument(world: WorkerWorld, path: string): Promise<void> {
  const answer = await world.fetch(path, { cache: 'no-cache' });
  if (!answer.ok || !(await keepAnsweredDocument(world, path, answer))) throw new OtherVersion(path);
}

/** Keeps a document that has just been answered, where it fits this version. */
export async function keepAnsweredDocument(world: WorkerWorld, path: string, answer: Response): Promise<boolean> {
  const text = await answer.text();
  if (!text.includes(world.code.app)) return false;
  const app = await world.caches.open(appCache(world.version));
  await app.put(path, new Response(text, { headers: answer.headers }));
  return true;
}

/** The lists of courses belong to a version. A language without courses has none, which is no fault. */
async function keepList<Shape>(world: WorkerWorld, app: Cache, address: string): Promise<Shape | undefined> {
  const kept = await app.match(address);
  if (kept) return kept.json();
  const answer = await world.fetch(address, { cache: 'no-cache' });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new OtherVersion(address);
  await app.put(address, answer.clone());
  return answer.json();
}

/** A course whose list of lessons has not changed since an older version, or since it was loaded, is not fetched again. */
async function takeOver(world: WorkerWorld, app: Cache, course: CourseSummary): Promise<void> {
  const address = courseAddress(course);
  if (await app.match(address)) return;
  for (const cacheName of await world.caches.keys()) {
    const kept = await world.caches.match(address, { cacheName });
    if (kept && (await hashOf(await kept.clone().text())) === course.hash) return app.put(address, kept);
  }
}

/** As the content's build hashes: SHA-256, the first 12 hexadecimal digits. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type LessonPage = Extract<Address, { kind: 'lesson' }>;

/**
 * Keeps a lesson that somebody has opened: the code of its practices, the words around it, its file and its pictures.
 * @returns the address of its file; nothing where there is no such lesson
 */
export async function keepLesson(world: WorkerWorld, address: LessonPage): Promise<string | undefined> {
  const app = await world.caches.open(appCache(world.version));
  const list = courseAddress({ id: address.course, locale: address.locale });
  const course = await keepList<CourseFile>(world, app, list);
  const entry = course?.lessons.find(({ id }) => id === address.lesson);
  if (!course || !entry) return undefined;
  const [file = entry.file, ...pictures] = lessonParts(course, address.lesson);
  await keepExtras(world, needed(course, [entry]));
  await keepFiles(world, visitedCache, [file]);
  await keepFiles(world, pictureCache, pictures);
  return file;
}

/**
 * Keeps the guides of a language: for those who opened one, or loaded a course that leads to one. The code comes first, so
 * that no page is promised that cannot be shown.
 * @throws OtherVersion, or where the network fails
 */
export async function keepGuides(world: WorkerWorld, locale: Locale): Promise<void> {
  await keepExtras(world, ['guides']);
  await keepFiles(world, codeCache, world.code.messages[locale]?.['guides'] ?? []);
  await keepList(world, await world.caches.open(appCache(world.version)), guidesAddress(locale));
}

/**
 * Keeps the help for parents, for it is needed when nothing else works: its pages, its words, and last what they say, so
 * that no page is promised whose code is not here.
 * @throws OtherVersion, or where the network fails
 */
export async function keepHelp(world: WorkerWorld, locale: Locale): Promise<void> {
  await keepExtras(world, ['help']);
  await keepFiles(world, codeCache, world.code.messages[locale]?.['aid'] ?? []);
  const app = await world.caches.open(appCache(world.version));
  const games = await keepList<GamesFile>(world, app, gamesAddress(locale));
  await keepFiles(world, pictureCache, games?.cards.map(({ picture }) => pictureAddress(picture)) ?? []);
  await keepList(world, app, helpAddress(locale));
}

const dayMs = 86_400_000;

/**
 * Keeps what the law asks for and the report of a barrier, with the operator's words of today. The way there is not
 * told (`no-referrer`): a kept page must not name the page from which it was once opened.
 */
export async function keepPublicPages(world: WorkerWorld, locale: Locale): Promise<void> {
  await keepFiles(world, codeCache, world.code.messages[locale]?.['legal'] ?? []);
  const app = await world.caches.open(appCache(world.version));
  for (const page of publicPages)
    for (const address of [`/${locale}/${page}`, `/${locale}/${page}/__data.json`]) {
      const kept = await app.match(address);
      if (kept && world.now() - Date.parse(kept.headers.get('date') ?? '') < dayMs) continue;
      const answer = await world.fetch(address, { referrerPolicy: 'no-referrer' });
      if (answer.ok && !answer.redirected) await app.put(address, answer);
    }
}
