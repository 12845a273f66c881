import { createHash } from 'node:crypto';
import { familyLocales, houseLocales, sourceLocale, type Locale } from '../i18n/locales';
import { entriesIn, picturesOf } from './glossary';
import { helpFiles } from './for-parents/help-files';
import { compile, type Compiled, type CompiledCourse } from './compile';
import type { CourseFile, CourseSummary, Lesson, LessonEntry, StepKind } from './lesson';
import { guidesAddress, type Guide } from './guide';
import { pathsAddress, type LearningPath } from './path';
import { localesOf } from './path-facts';
import { picturesUsed } from './pictures-used';
import { problemLine, type Problem } from './problem';
import { readSources, sourcesState } from './read-sources.server';
import type { PracticeKinds } from './scenes';
import { searchFile } from './search/search-file';
import { guidesIn, guidesOf, withGuides } from './serve-guides';
import { trainerLanguages, trainerPagesAddress, type CourseTrainerPages } from './trainer-page';

/** What the app serves of its content. */
interface ServedContent {
  /** Address (`/content/de/courses.json`) → JSON text. */
  files: ReadonlyMap<string, string>;
  /** Every course in each of its languages. */
  courses: readonly CourseFile[];
  /** Mistakes that `npm run check:content` calls errors. */
  errors: readonly Problem[];
}

interface ContentPlace {
  /** The content folder. */
  folder: string;
  practices: PracticeKinds;
  pictures: ReadonlySet<string>;
}

/** Compiles a content folder on demand and keeps the result until one of its files changes. */
export function contentReader({ folder, practices, pictures }: ContentPlace): () => ServedContent {
  let kept: { state: string; content: ServedContent } | undefined;
  return () => {
    const state = sourcesState(folder);
    if (kept?.state !== state)
      kept = { state, content: serve(compile(readSources(folder), { practices, pictures }), pictures) };
    return kept.content;
  };
}

/**
 * The files that the app serves: a shelf, all ways, all guides, all words and what the search needs per language, a file per course and language,
 * a file per lesson and language, and a course's pages for trainers, which no learner's file names.
 * @param pictures the names of coloured pictures there are
 */
export function serve(compiled: Compiled, pictures: ReadonlySet<string>): ServedContent {
  const files = new Map<string, string>();
  const guides = new Map<Locale, Guide[]>(houseLocales.map((locale) => [locale, guidesIn(compiled, locale)]));
  const courses = compiled.courses.flatMap((course) =>
    course.locales
      .filter((locale) => course.lessons.some(({ byLocale }) => byLocale.has(locale)))
      .map((locale) => serveCourse(course, locale, { files, pictures, guides: guides.get(locale) ?? [] }))
  );
  for (const course of compiled.courses) serveTrainerPages(course, files);
  for (const locale of new Set(courses.map((course) => course.locale))) {
    const written = courses.filter((course) => course.locale === locale);
    const lessons = compiled.courses.flatMap((course) =>
      course.lessons.flatMap(({ byLocale }) => byLocale.get(locale) ?? [])
    );
    const { glossary, help } = compiled;
    const inThis = guides.get(locale) ?? [];
    files.set(`/content/${locale}/courses.json`, JSON.stringify(written.map(summaryOf)));
    files.set(pathsAddress(locale), JSON.stringify(pathsIn(compiled, locale)));
    files.set(guidesAddress(locale), JSON.stringify(inThis));
    files.set(`/content/${locale}/words.json`, JSON.stringify(entriesIn(glossary, locale)));
    files.set(`/content/${locale}/word-pictures.json`, JSON.stringify(picturesOf(glossary, locale)));
    for (const [address, text] of helpFiles(help, locale)) files.set(address, text);
    const searched = searchFile({ locale, courses: written, lessons, glossary, help, guides: inThis });
    files.set(`/content/${locale}/search.json`, JSON.stringify(searched));
  }
  return { files, courses, errors: compiled.problems.filter(({ severity }) => severity === 'error') };
}

/** The paths that can be gone in a language from their first lesson to their last. */
const pathsIn = ({ paths, texts, courses }: Compiled, locale: Locale): LearningPath[] =>
  paths
    .filter((path) => localesOf(path, texts).includes(locale))
    .map(({ id, audience, picture, title, lessons }) => ({
      id,
      audience,
      picture,
      title: title[locale] ?? id,
      lessons: lessons.map((lesson) => ({
        course: courses.find((course) => course.lessons.some((one) => one.facts.id === lesson))?.facts.id ?? '',
        lesson
      }))
    }));

interface Serving {
  files: Map<string, string>;
  pictures: ReadonlySet<string>;
  /** Of the course's language. */
  guides: readonly Guide[];
}

function serveCourse({ facts, lessons }: CompiledCourse, locale: Locale, serving: Serving): CourseFile {
  const entries = lessons.flatMap(({ facts: { competences }, byLocale }) => {
    const lesson = byLocale.get(locale);
    return lesson ? [{ ...serveLesson(lesson, serving), competences: competences.codes }] : [];
  });
  const course: CourseFile = {
    id: facts.id,
    locale,
    audience: facts.audience,
    picture: facts.picture,
    title: facts.title[locale] ?? facts.id,
    summary: facts.summary[locale] ?? '',
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    sizeBytes: entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    lessons: entries,
    ...familyLessons(lessons),
    ...(lessons.some(({ byLocale }) => byLocale.has(sourceLocale) && !byLocale.has(locale)) && { moreInGerman: true })
  };
  serving.files.set(`/content/${locale}/${facts.id}.json`, JSON.stringify(course));
  return course;
}

function familyLessons(lessons: CompiledCourse['lessons']): Pick<CourseFile, 'familyLessons'> {
  const written = familyLocales.flatMap((locale) => {
    const ids = lessons.flatMap(({ facts, byLocale }) => (byLocale.has(locale) ? [facts.id] : []));
    return ids.length > 0 ? [[locale, ids] as const] : [];
  });
  return written.length > 0 ? { familyLessons: Object.fromEntries(written) } : {};
}

/** Kinds of steps that "Auffrischen" asks again: those that have a right answer. */
const comingBack: ReadonlySet<StepKind> = new Set(['question', 'order', 'match']);

function serveLesson(written: Lesson, { files, pictures, guides }: Serving): LessonEntry {
  const named = guidesOf(guides, written.id);
  const lesson = withGuides(written, named);
  const json = JSON.stringify(lesson);
  const file = `/content/${lesson.locale}/lessons/${lesson.id}.${hashOf(json)}.json`;
  files.set(file, json);
  const { id, title, goal, minutes, steps } = lesson;
  const practices = steps.flatMap(({ practice }) => (practice ? [practice.kind] : []));
  return {
    id,
    title,
    goal,
    minutes,
    steps: steps.map((step) => step.id),
    questions: steps.filter(({ kind }) => comingBack.has(kind)).map((step) => step.id),
    practised: steps.filter(({ practice }) => practice).map((step) => step.id),
    practices: [...new Set(practices)],
    pictures: picturesUsed(lesson, pictures),
    ...named,
    file,
    sizeBytes: Buffer.byteLength(json)
  };
}

function serveTrainerPages({ facts, lessons }: CompiledCourse, files: Map<string, string>): void {
  for (const language of trainerLanguages) {
    const pages: CourseTrainerPages = Object.fromEntries(
      lessons.flatMap(({ facts: { id }, forTrainers }) => {
        const page = forTrainers.get(language);
        return page ? [[id, page]] : [];
      })
    );
    const address = trainerPagesAddress({ id: facts.id, locale: language });
    if (Object.keys(pages).length > 0) files.set(address, JSON.stringify(pages));
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function summaryOf(course: CourseFile): CourseSummary {
  const { id, locale, audience, picture, title, summary, minutes, sizeBytes, lessons } = course;
  const hash = hashOf(JSON.stringify(course));
  return { id, locale, audience, picture, title, summary, minutes, sizeBytes, lessonCount: lessons.length, hash };
}

/** The errors as one text for a terminal, or undefined where there are none. */
export const errorReport = ({ errors }: ServedContent): string | undefined =>
  errors.length === 0
    ? undefined
    : `The lessons have mistakes (npm run check:content):\n${errors.map(problemLine).join('\n')}`;
