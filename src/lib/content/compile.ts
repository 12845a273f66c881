import { isLocale, type Locale } from '../i18n/locales';
import { buildLesson } from './build-lesson';
import { readGlossary } from './glossary';
import type { Lesson } from './lesson';
import { readLessonFacts, type ReadFacts, type Vocabulary } from './lesson-facts';
import { readLessonText, type LessonText } from './lesson-text';
import type { Lines } from './markdown';
import { problemAt, sortedProblems, type Problem } from './problem';
import type { PracticeKinds } from './scenes';
import { courseSchema, type CourseFacts, type LessonFacts } from './schemas';
import { baseName, filesIn, foldersIn, type Sources } from './sources';
import { readYaml } from './yaml-file';

/** What the content is compiled against; composed by the routes and scripts, since content knows no room above it. */
export interface CompileOptions {
  practices: PracticeKinds;
  /** Names of coloured pictures; undefined leaves them unchecked. */
  pictures?: ReadonlySet<string> | undefined;
}

/** A language's file of a lesson, for the checks of language. */
export interface WrittenText {
  file: string;
  locale: Locale;
  /** The lesson's id. */
  lesson: string;
  text: LessonText;
  lines: Lines;
}

export interface CompiledCourse {
  facts: CourseFacts;
  locales: Locale[];
  /** In the course's order; a lesson with a mistake that keeps it from being read is left out. */
  lessons: { facts: LessonFacts; byLocale: Map<Locale, Lesson> }[];
}

export interface Compiled {
  courses: CompiledCourse[];
  texts: WrittenText[];
  facts: (ReadFacts & { value: LessonFacts })[];
  /** Mistakes of form and reference, sorted; those of language are found by `checkContent`. */
  problems: Problem[];
}

/** Compiles a content folder. Never throws for a mistake in a text: each is a problem with file and line. */
export function compile(sources: Sources, { practices, pictures }: CompileOptions): Compiled {
  const { glossary, problems } = readGlossary(sources);
  const compiled: Compiled = { courses: [], texts: [], facts: [], problems };
  for (const folder of foldersIn(sources, 'courses')) {
    readCourse(compiled, sources, { glossary, practices, pictures }, `courses/${folder}`);
  }
  checkLessonIds(compiled);
  return { ...compiled, problems: sortedProblems(compiled.problems) };
}

function readCourse(compiled: Compiled, sources: Sources, vocabulary: Vocabulary, folder: string): void {
  const { problems } = compiled;
  const file = `${folder}/course.yaml`;
  const text = sources.get(file);
  if (text === undefined) {
    problems.push(problemAt({ file, line: 1 }, 'file-missing', 'The course has no course.yaml.'));
    return;
  }
  const read = readYaml(courseSchema, { file, text });
  problems.push(...read.problems);
  if (!read.value) return;
  const facts = read.value;
  const say = (path: (string | number)[], code: Problem['code'], message: string, remedy?: string): void =>
    void problems.push(problemAt({ file, line: read.lineOf(path) }, code, message, remedy));
  if (facts.id !== baseName(folder)) say(['id'], 'reference-unknown', `The id is not the folder's name "${baseName(folder)}".`, 'Make both the same.');
  if (vocabulary.pictures && !vocabulary.pictures.has(facts.picture)) say(['picture'], 'picture-unknown', `There is no picture "${facts.picture}".`);
  const locales = facts.languages.flatMap((language, index) => {
    if (isLocale(language)) return [language];
    say(['languages', index], 'reference-unknown', `"${language}" is not a language of the app.`, 'The languages stand in src/lib/i18n/locales.ts.');
    return [];
  });
  for (const locale of locales) {
    if (!facts.title[locale]) say(['title'], 'language-missing', `The title is missing in "${locale}".`, 'Write it.');
    if (!facts.summary[locale]) say(['summary'], 'language-missing', `The summary is missing in "${locale}".`, 'Write it.');
  }
  for (const name of foldersIn(sources, folder).filter((name) => !facts.lessons.includes(name))) {
    say(['lessons'], 'file-unused', `The folder "${name}" is not among the lessons.`);
  }
  const course: CompiledCourse = { facts, locales, lessons: [] };
  for (const [index, name] of facts.lessons.entries()) {
    if (!sources.has(`${folder}/${name}/lesson.yaml`)) {
      say(['lessons', index], 'reference-unknown', `There is no lesson "${name}" (${name}/lesson.yaml).`);
      continue;
    }
    readLesson(compiled, { sources, vocabulary, course, folder: `${folder}/${name}`, languageLine: (at) => read.lineOf(['languages', at]), courseFile: file });
  }
  compiled.courses.push(course);
}

interface LessonPlace {
  sources: Sources;
  vocabulary: Vocabulary;
  course: CompiledCourse;
  courseFile: string;
  folder: string;
  /** The line of `course.yaml` that names a language. */
  languageLine: (index: number) => number;
}

function readLesson(compiled: Compiled, place: LessonPlace): void {
  const { sources, vocabulary, course, folder } = place;
  const file = `${folder}/lesson.yaml`;
  const read = readLessonFacts(file, sources.get(file) ?? '', vocabulary);
  compiled.problems.push(...read.problems);
  checkFiles(compiled.problems, place);
  const { value } = read;
  if (!value) return;
  const facts = { ...read, value };
  compiled.facts.push(facts);
  const byLocale = new Map<Locale, Lesson>();
  for (const locale of course.locales) {
    const textFile = `${folder}/${locale}.md`;
    const source = sources.get(textFile);
    if (source === undefined) continue;
    const { text, lines, problems } = readLessonText(textFile, source);
    if (text) {
      const reading = { file: textFile, text: source, lines, problems };
      byLocale.set(locale, buildLesson({ sources, vocabulary, course: course.facts.id, locale, facts, text, reading }));
      compiled.texts.push({ file: textFile, locale, lesson: value.id, text, lines });
    }
    compiled.problems.push(...problems);
  }
  course.lessons.push({ facts: value, byLocale });
}

function checkFiles(problems: Problem[], { sources, course, folder, courseFile, languageLine }: LessonPlace): void {
  for (const [index, language] of course.facts.languages.entries()) {
    if (!isLocale(language) || sources.has(`${folder}/${language}.md`)) continue;
    const message = `The course names "${language}", but ${folder}/${language}.md is missing.`;
    problems.push(problemAt({ file: courseFile, line: languageLine(index) }, 'language-missing', message));
  }
  for (const file of filesIn(sources, folder, '.md')) {
    if (course.facts.languages.includes(baseName(file))) continue;
    problems.push(problemAt({ file, line: 1 }, 'file-unused', `The course does not name the language "${baseName(file)}".`));
  }
}

/** Lesson ids are unique over all courses; what a lesson requires exists, and comes earlier where it is of the same course. */
function checkLessonIds({ facts, problems }: Compiled): void {
  const byId = new Map<string, string>();
  for (const { file, value, lineOf } of facts) {
    const other = byId.get(value.id);
    if (other) problems.push(problemAt({ file, line: lineOf(['id']) }, 'duplicate-id', `The id "${value.id}" is that of ${other}, too.`));
    else byId.set(value.id, file);
  }
  const all = new Set(byId.keys());
  for (const [index, { file, value, lineOf }] of facts.entries()) {
    const earlier = new Set(facts.slice(0, index).map((lesson) => lesson.value.id));
    const courseFolder = file.split('/').slice(0, 2).join('/');
    for (const [at, id] of value.requires.entries()) {
      const line = lineOf(['requires', at]);
      if (!all.has(id)) problems.push(problemAt({ file, line }, 'reference-unknown', `There is no lesson "${id}" to require.`));
      else if (byId.get(id)?.startsWith(`${courseFolder}/`) && !earlier.has(id)) {
        problems.push(problemAt({ file, line }, 'reference-unknown', `The lesson "${id}" comes later in the course.`, 'Change the order of the lessons.'));
      }
    }
  }
}
