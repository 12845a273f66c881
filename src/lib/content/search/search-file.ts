import type { Locale } from '../../i18n/locales';
import { entriesIn, type Glossary } from '../glossary';
import type { Guide, Way } from '../guide';
import { plainText, type CourseFile, type Lesson, type Step } from '../lesson';
import type { Help } from '../for-parents/read-help';
import { partsOf } from './compounds';
import { searchedPages, type SearchedPage } from './searched-pages';
import { termsIn } from './terms';

/** What the search knows of a course. */
export interface SearchedCourse {
  id: string;
  title: string;
  summary: string;
  lessonCount: number;
}

/** What the search knows of a lesson. */
export interface SearchedLesson {
  id: string;
  /** Its course's id. */
  course: string;
  /** Its place in the course, from 1. */
  number: number;
  title: string;
  goal: string;
  /** The words that it explains, and what else they are called and sound like. Terms, with a space between two. */
  words: string;
  /** `terms`: what its text says, each term once, with a space between two. */
  steps: { title: string; terms: string }[];
}

/** What the search knows of a guide. */
export interface SearchedGuide {
  id: string;
  title: string;
  intro: string;
  /** What its steps name on a device's screen, each term once, with a space between two. */
  terms: string;
}

/**
 * One language's file for the search (`/content/<locale>/search.json`). It holds terms instead of texts: the browser makes
 * its index of them, which is quicker and smaller than loading a finished one.
 */
export interface SearchFile {
  courses: SearchedCourse[];
  lessons: SearchedLesson[];
  pages: SearchedPage[];
  guides: SearchedGuide[];
}

interface Searched {
  locale: Locale;
  courses: readonly CourseFile[];
  lessons: readonly Lesson[];
  glossary: Glossary;
  help: Help;
  guides: readonly Guide[];
}

/** Gathers what can be found in one language. */
export function searchFile({ locale, courses, lessons, glossary, help, guides }: Searched): SearchFile {
  const said = new Map(lessons.map((lesson) => [lesson, lesson.steps.map((step) => termsIn(textOf(step), locale))]));
  const known = new Set([...said.values()].flat(2));
  return {
    courses: courses.map(({ id, title, summary, lessons: entries }) => ({
      id,
      title,
      summary,
      lessonCount: entries.length
    })),
    lessons: courses.flatMap((course) =>
      course.lessons.flatMap(({ id, title, goal }, index) => {
        const lesson = lessons.find((one) => one.id === id);
        if (!lesson) return [];
        return {
          id,
          course: course.id,
          number: index + 1,
          title,
          goal,
          words: explainedIn(lesson, glossary).join(' '),
          steps: lesson.steps.map((step, at) => ({
            title: step.title,
            terms: withParts(said.get(lesson)?.[at] ?? [], known).join(' ')
          }))
        };
      })
    ),
    pages: searchedPages(help, locale),
    guides: guides.map(({ id, title, intro, ways }) => ({
      id,
      title,
      intro: plainText(intro),
      terms: [...new Set(termsIn(ways.flatMap(namedIn).join(' '), locale))].join(' ')
    }))
  };
}

/** What stands on the device's screen; the words around it are in every guide, and would lead to all of them. */
const namedIn = ({ steps }: Way): string[] => steps.flat(2).flatMap(({ text, strong }) => (strong ? text : []));

function textOf(step: Step): string {
  const { question } = step;
  const asked = question
    ? [
        question.prompt,
        ...question.choices.flatMap(({ sentences, feedback }) => [sentences, feedback]),
        ...(question.form?.kind === 'match' ? question.form.partners : [])
      ]
    : [];
  return [
    ...step.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.sentences] : block.items)).map(plainText),
    ...asked.map(plainText),
    ...(step.picture ? Object.values(step.picture.labels) : []),
    ...(step.picture?.items.map(({ label }) => label) ?? [])
  ].join(' ');
}

/** Each term once, and the words of which compounds are made. */
const withParts = (terms: readonly string[], known: ReadonlySet<string>): string[] => [
  ...new Set(terms.flatMap((term) => [term, ...(partsOf(term, known, 4) ?? [])]))
];

function explainedIn(lesson: Lesson, glossary: Glossary): string[] {
  const ids = new Set(lesson.steps.flatMap(({ words }) => words.map(({ id }) => id)));
  const entries = entriesIn(glossary, lesson.locale).filter(({ id }) => ids.has(id));
  const spellings = entries.flatMap(({ word, forms, say = '', also }) => [word, ...forms, say, ...also]);
  return [...new Set(termsIn(spellings.join(' '), lesson.locale))];
}
