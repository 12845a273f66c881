import { isLocale, type Locale } from '../i18n/locales';
import { buildLesson } from './build-lesson';
import { readCourseFacts, type ReadCourse } from './course-facts';
import { readGuides, type CompiledGuide } from './guide-facts';
import { readGlossary, type Glossary } from './glossary';
import { readHelp, type Help } from './for-parents/read-help';
import type { Audience, Lesson } from './lesson';
import { readLessonFacts, type WholeFacts, type Vocabulary } from './lesson-facts';
import { readLessonText, type LessonText } from './lesson-text';
import { readingOf, type Lines } from './markdown';
import { readPaths } from './path-facts';
import { problemAt, sortedProblems, type Problem } from './problem';
import type { QuestionText } from './question-text';
import type { PracticeKinds } from './scenes';
import type { CourseFacts, LessonFacts, PathFacts, TrainerPage } from './schemas';
import { sourceStamp } from './source-stamp';
import { baseName, filesIn, foldersIn, type Sources } from './sources';
import type { TrainerLanguage } from './trainer-page';
import { readTrainerPages, type WrittenTrainerPage } from './trainer-pages';

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
  audience: Audience;
  text: LessonText;
  lines: Lines;
  /** The stamp of this file, as translations made from it carry it. */
  stamp: string;
}

export interface CompiledCourse {
  facts: CourseFacts;
  locales: Locale[];
  /** In the course's order; a lesson with a mistake that keeps it from being read is left out. */
  lessons: {
    facts: LessonFacts;
    byLocale: Map<Locale, Lesson>;
    forTrainers: ReadonlyMap<TrainerLanguage, TrainerPage>;
  }[];
}

export interface Compiled {
  courses: CompiledCourse[];
  glossary: Glossary;
  texts: WrittenText[];
  facts: WholeFacts[];
  trainerPages: WrittenTrainerPage[];
  /** In the order of their cards. */
  paths: PathFacts[];
  help: Help;
  guides: CompiledGuide[];
  /** Whether every `course.yaml` and `lesson.yaml` could be read; if not, nothing can be said to be missing or unused. */
  whole: boolean;
  /** Mistakes of form and reference, sorted; those of language are found by `checkContent`. */
  problems: Problem[];
}

/** Compiles a content folder. Never throws for a mistake in a text: each is a problem with file and line. */
export function compile(sources: Sources, { practices, pictures }: CompileOptions): Compiled {
  const { glossary, problems } = readGlossary(sources, pictures);
  const compiled: Compiled = {
    courses: [],
    glossary,
    texts: [],
    facts: [],
    trainerPages: [],
    paths: [],
    help: readHelp({ sources, pictures, problems }),
    guides: [],
    whole: true,
    problems
  };
  const vocabulary = { glossary, practices, pictures };
  for (const folder of foldersIn(sources, 'courses').map((name) => `courses/${name}`)) {
    const read = readCourseFacts({ sources, folder, pictures, problems });
    compiled.whole &&= read !== undefined;
    if (!read) continue;
    const course: CompiledCourse = { facts: read.value, locales: read.locales, lessons: [] };
    compiled.courses.push(course);
    compiled.trainerPages.push(...readTrainerPages({ sources, read, problems }));
    for (const name of new Set(read.value.lessons)) {
      if (sources.has(`${folder}/${name}/lesson.yaml`))
        readLesson(compiled, { sources, vocabulary, read, course, folder: `${folder}/${name}` });
    }
  }
  checkLessonIds(compiled);
  const { facts, texts, whole } = compiled;
  compiled.paths = readPaths({ sources, facts, texts, whole, pictures, problems });
  compiled.guides = readGuides({ sources, facts, texts, whole, problems });
  compiled.courses.sort((one, other) => placeOf(one) - placeOf(other));
  return { ...compiled, problems: sortedProblems(problems) };
}

/** Courses stand on the shelf as in the curriculum: by the number in the code of their first lesson, S-2.1 before P-8.1. */
function placeOf({ lessons }: CompiledCourse): number {
  return Number(/\d+/.exec(lessons[0]?.facts.code ?? '')?.[0] ?? Infinity);
}

interface LessonPlace {
  sources: Sources;
  vocabulary: Vocabulary;
  read: ReadCourse;
  course: CompiledCourse;
  /** `courses/<course>/<nn-lesson>`. */
  folder: string;
}

function readLesson(compiled: Compiled, place: LessonPlace): void {
  const { sources, vocabulary, course, folder } = place;
  const file = `${folder}/lesson.yaml`;
  const { value, lineOf, problems: mistakes } = readLessonFacts(file, sources.get(file) ?? '', vocabulary);
  compiled.problems.push(...mistakes);
  checkFiles(compiled.problems, place);
  if (!value) {
    compiled.whole = false;
    return;
  }
  const facts = { file, value, lineOf };
  compiled.facts.push(facts);
  const byLocale = new Map<Locale, Lesson>();
  for (const locale of course.locales) {
    const textFile = `${folder}/${locale}.md`;
    const source = sources.get(textFile);
    if (source === undefined) continue;
    const { text, lines, problems } = readLessonText(textFile, source);
    if (text) {
      const reading = readingOf({ file: textFile, text: source, lines, problems });
      byLocale.set(locale, buildLesson({ sources, vocabulary, course: course.facts.id, locale, facts, text, reading }));
      const { id: lesson, audience } = value;
      compiled.texts.push({ file: textFile, locale, lesson, audience, text, lines, stamp: sourceStamp(source) });
    }
    compiled.problems.push(...problems);
  }
  checkAnswers(compiled, value.id);
  const pages = compiled.trainerPages.filter((page) => page.folder === folder);
  const forTrainers = new Map(pages.map(({ language, page }) => [language, page]));
  course.lessons.push({ facts: value, byLocale, forTrainers });
}

/** Answers are stored by their number, so each language must have the same ones in the same order. */
function checkAnswers({ texts, problems }: Compiled, lesson: string): void {
  const [first, ...others] = texts.filter((written) => written.lesson === lesson);
  if (!first) return;
  for (const { file, text, lines } of others) {
    for (const { id, question } of text.steps) {
      const model = first.text.steps.find((step) => step.id === id)?.question;
      if (!model || !question || pattern(question) === pattern(model)) continue;
      const message = `The answers are ${pattern(question)}, but ${pattern(model)} in ${baseName(first.file)}.md.`;
      problems.push(problemAt({ file, line: lines.get(question) ?? 1 }, 'question-differs', message));
    }
  }
}

/** A question's answers in short: "[x] [ ] [ ]"; where one leads on, with those of what comes next: "[ ] ([x] [ ])". */
const pattern = ({ choices }: Pick<QuestionText, 'choices'>): string =>
  choices
    .map(({ right, neutral, next }) => (right ? '[x]' : neutral ? '[?]' : '[ ]') + (next ? ` (${pattern(next)})` : ''))
    .join(' ');

function checkFiles(problems: Problem[], { sources, read, folder }: LessonPlace): void {
  const { languages, partly } = read.value;
  const named = [...languages, ...partly];
  for (const [index, language] of languages.entries()) {
    if (!isLocale(language) || sources.has(`${folder}/${language}.md`)) continue;
    const message = `The course names "${language}", but ${folder}/${language}.md is missing.`;
    problems.push(problemAt({ file: read.file, line: read.lineOf(['languages', index]) }, 'language-missing', message));
  }
  for (const file of filesIn(sources, folder, '.md')) {
    if (named.includes(baseName(file))) continue;
    problems.push(
      problemAt({ file, line: 1 }, 'file-unused', `The course does not name the language "${baseName(file)}".`)
    );
  }
}

/** Lesson ids are unique over all courses; what a lesson requires exists, and comes earlier where it is of the same course. */
function checkLessonIds({ facts, whole, problems }: Compiled): void {
  const byId = new Map<string, string>();
  for (const { file, value, lineOf } of facts) {
    const other = byId.get(value.id);
    if (other)
      problems.push(
        problemAt({ file, line: lineOf(['id']) }, 'duplicate-id', `The id "${value.id}" is that of ${other}, too.`)
      );
    else byId.set(value.id, file);
  }
  const courseOf = (file: string | undefined): string | undefined => file?.split('/')[1];
  for (const [index, { file, value, lineOf }] of facts.entries()) {
    const earlier = new Set(facts.slice(0, index).map((lesson) => lesson.value.id));
    for (const [at, id] of value.requires.entries()) {
      const place = { file, line: lineOf(['requires', at]) };
      if (!byId.has(id)) {
        if (whole) problems.push(problemAt(place, 'reference-unknown', `There is no lesson "${id}" to require.`));
      } else if (courseOf(byId.get(id)) === courseOf(file) && !earlier.has(id)) {
        const remedy = 'Change the order of the lessons.';
        problems.push(problemAt(place, 'reference-unknown', `The lesson "${id}" comes later in the course.`, remedy));
      }
    }
  }
}
