import type { CourseFile, CourseSummary } from '../content/lesson';
import { locales, type Locale } from '../i18n/locales';

/** One course in one language: what is loaded to a device, and removed from it, as a whole. */
export type CourseKey = Pick<CourseSummary, 'id' | 'locale'>;

/** Where the list of a language's courses is served. */
export const shelfAddress = (locale: Locale): string => `/content/${locale}/courses.json`;

/** Where all words of a language are served, each explained. */
export const wordsAddress = (locale: Locale): string => `/content/${locale}/words.json`;

/** Where the pictures of these words are served, by the word's id. */
export const wordPicturesAddress = (locale: Locale): string => `/content/${locale}/word-pictures.json`;

/** Where what the search needs of a language is served. */
export const searchAddress = (locale: Locale): string => `/content/${locale}/search.json`;

/** Where a course's list of lessons is served. */
export const courseAddress = ({ id, locale }: CourseKey): string => `/content/${locale}/${id}.json`;

export const pictureAddress = (name: string): string => `/pictures/${name}.svg`;

/** The name of the cache that holds a loaded course. The worker never clears such a cache. */
export const courseCache = ({ id, locale }: CourseKey): string => `course-${id}-${locale}`;

/** The name of the cache of lessons that somebody opened without loading their course. */
export const visitedCache = 'visited';

/** The name of the cache that holds courses' pages for trainers. */
export const trainerCache = 'trainer';

const longestFirst = [...locales].sort((a, b) => b.length - a.length);

/** The course whose cache has this name; nothing for other caches. */
export function courseOfCache(name: string): CourseKey | undefined {
  const locale = longestFirst.find((one) => name.endsWith(`-${one}`));
  if (!locale || !name.startsWith('course-')) return undefined;
  const id = name.slice('course-'.length, -locale.length - 1);
  return id === '' ? undefined : { id, locale };
}

export interface LessonAddress {
  locale: string;
  lesson: string;
  /** Of the content: the same words keep the same address over versions of the app. */
  hash: string;
}

/** Reads the address of a lesson's file, `/content/<locale>/lessons/<lesson>.<hash>.json`. */
export function lessonAddress(pathname: string): LessonAddress | undefined {
  const [, locale, lesson, hash] = /^\/content\/([\w-]+)\/lessons\/([\w-]+)\.([\w-]+)\.json$/.exec(pathname) ?? [];
  return locale && lesson && hash ? { locale, lesson, hash } : undefined;
}

/** The newest-kept file of the same lesson in the same language, whatever state its words are in. */
export function sameLesson(wanted: string, kept: readonly string[]): string | undefined {
  const lesson = lessonAddress(wanted);
  if (!lesson) return undefined;
  return kept
    .filter((address) => {
      const other = lessonAddress(address);
      return other?.lesson === lesson.lesson && other.locale === lesson.locale;
    })
    .at(-1);
}

/** A lesson's file with all that it shows. Loaded together, so that a counted lesson is whole. */
export function lessonParts(course: Pick<CourseFile, 'lessons'>, lesson: string): string[] {
  const entry = course.lessons.find(({ id }) => id === lesson);
  return entry ? [entry.file, ...entry.pictures.map(pictureAddress)] : [];
}

/** A picture of the coloured family, on average (measured over all that are used). */
const pictureBytes = 1300;

/** What a course will take on the device: its lessons and its pictures. */
export function expectedBytes(course: Pick<CourseFile, 'lessons' | 'sizeBytes'>): number {
  const pictures = new Set(course.lessons.flatMap((lesson) => lesson.pictures));
  return course.sizeBytes + pictures.size * pictureBytes;
}
