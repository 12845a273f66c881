import MiniSearch, { type SearchResult } from 'minisearch';
import type { WordEntry } from '../content/glossary';
import { nearParts, partsOf } from '../content/search/compounds';
import type { SearchedCourse, SearchedGuide, SearchedLesson, SearchFile } from '../content/search/search-file';
import type { SearchedPage } from '../content/search/searched-pages';
import { termsIn } from '../content/search/terms';
import type { Locale } from '../i18n/locales';
import { suggester } from './suggest';

/** Something that was found, with what its card says. */
export type Found =
  | { kind: 'course'; course: SearchedCourse }
  | {
      kind: 'lesson';
      lesson: SearchedLesson;
      course: SearchedCourse;
      /** Where in it, if neither its title nor its goal says so: a step, from 1. */
      step?: { number: number; title: string };
    }
  | { kind: 'page'; page: SearchedPage }
  | { kind: 'guide'; guide: SearchedGuide }
  | { kind: 'word'; word: WordEntry };

export interface Finder {
  /**
   * What belongs to some words, the best first. Forgives letters that are wrong, missing or too many, finds the parts of
   * compounds and compounds by their parts, and takes "ue" for "ü".
   */
  find(query: string): Found[];
  /** Words that are known and look like the ones that were not found: at most three. */
  meant(query: string): string[];
}

interface Library {
  locale: Locale;
  file: SearchFile;
  words: readonly WordEntry[];
}

interface Entry {
  id: number;
  title: string;
  near: string;
  heads: string;
  text: string;
}

const fields = ['title', 'near', 'heads', 'text'] as const;
const boost = { title: 5, near: 3, heads: 2.5, text: 1 };
const weightOf: Record<Found['kind'], number> = { lesson: 1.5, course: 1, page: 1, guide: 2, word: 1 };
/** A guide that lacks a word that was asked for is about something else; a lesson may still teach it. */
const halfFitting = 0.25;
/** Below this part of the best result's score it is noise. */
const noise = 0.12;
const mostResults = 24;

/** Makes an index of what a language has, in slices, so that somebody can write meanwhile. Once a page is enough. */
export async function openFinder({ locale, file, words }: Library): Promise<Finder> {
  const all = everything(file, words);
  const index = new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term)
  });
  const entries = all.map((found, id) => entryOf(found, id, locale));
  await index.addAllAsync(entries, { chunkSize: 8 });
  const known = new Set(entries.flatMap((entry) => fields.flatMap((field) => entry[field].split(' '))));
  const meant = suggester({ locale, file, words });
  return {
    find(query) {
      const asked = askedTerms(query, locale, known);
      if (asked.size === 0) return [];
      const results = index.search([...asked.keys()].join(' '), {
        boost,
        prefix: (term) => term.length > 1,
        fuzzy: (term) => asked.get(term)?.edits ?? 0,
        boostTerm: (term) => asked.get(term)?.weight ?? 1,
        boostDocument: (id: number) => weightOf[all[id]?.kind ?? 'word'],
        weights: { prefix: 0.4, fuzzy: 0.4 }
      });
      const sought = termsIn(query, locale);
      const ranked = results
        .map(({ id, score, match }) => {
          const misses = all[id]?.kind === 'guide' && !saysAll(entries[id], sought);
          return { id: Number(id), match, score: misses ? score * halfFitting : score };
        })
        .sort((one, other) => other.score - one.score);
      const least = (ranked[0]?.score ?? 0) * noise;
      return ranked
        .filter(({ score }) => score >= least)
        .slice(0, mostResults)
        .flatMap((result) => {
          const found = all[result.id];
          return found ? [withStep(found, result, locale)] : [];
        });
    },
    meant
  };
}

function everything({ courses, lessons, pages, guides }: SearchFile, words: readonly WordEntry[]): Found[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  return [
    ...lessons.flatMap((lesson): Found[] => {
      const course = byId.get(lesson.course);
      return course ? [{ kind: 'lesson', lesson, course }] : [];
    }),
    ...courses.map((course): Found => ({ kind: 'course', course })),
    ...pages.map((page): Found => ({ kind: 'page', page })),
    ...guides.map((guide): Found => ({ kind: 'guide', guide })),
    ...words.map((word): Found => ({ kind: 'word', word }))
  ];
}

function entryOf(found: Found, id: number, locale: Locale): Entry {
  const terms = (...texts: readonly string[]): string => termsIn(texts.join(' '), locale).join(' ');
  switch (found.kind) {
    case 'lesson': {
      const { title, goal, words, steps } = found.lesson;
      return {
        id,
        title: terms(title),
        near: `${terms(goal)} ${words}`,
        heads: terms(...steps.map((step) => step.title)),
        text: steps.map((step) => step.terms).join(' ')
      };
    }
    case 'course':
      return { id, title: terms(found.course.title), near: terms(found.course.summary), heads: '', text: '' };
    case 'page': {
      const { title, goal, words, terms: text } = found.page;
      return { id, title: terms(title), near: `${terms(goal)} ${words}`, heads: '', text };
    }
    case 'guide': {
      const { title, intro, terms: steps } = found.guide;
      return { id, title: terms(title), near: terms(intro), heads: '', text: steps };
    }
    case 'word': {
      const { word, say = '', also, forms, plain } = found.word;
      return { id, title: terms(word), near: terms(say, ...also, ...forms), heads: '', text: terms(plain) };
    }
  }
}

/** How a term is looked for. */
interface Asked {
  /** How many letters may be wrong. */
  edits: number;
  weight: number;
}

const saysAll = (entry: Entry | undefined, terms: readonly string[]): boolean =>
  entry !== undefined && terms.every((term) => fields.some((field) => entry[field].split(' ').includes(term)));

/** The terms of a query: as they are, as the parts of compounds, and two that belong together as one. */
function askedTerms(query: string, locale: Locale, known: ReadonlySet<string>): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  const ask = (term: string, edits: number, weight: number): void => {
    if (!asked.has(term)) asked.set(term, { edits, weight });
  };
  const terms = termsIn(query, locale);
  for (const term of terms) {
    const isKnown = known.has(term);
    ask(term, isKnown ? 0 : editsFor(term), 1);
    const parts = partsOf(term, known, 3);
    for (const part of parts ?? []) ask(part, 0, isKnown ? 0.4 : 1);
    if (isKnown || parts) continue;
    const [sure, rest = ''] = nearParts(term, known, 4) ?? [];
    if (sure === undefined) continue;
    ask(sure, 0, 0.6);
    ask(rest, editsFor(rest), 0.6);
  }
  for (const [at, term] of terms.entries()) {
    const both = term + (terms[at + 1] ?? '');
    if (both !== term && known.has(both)) ask(both, 0, 1);
  }
  return asked;
}

/** A short word with another letter is another word. */
const editsFor = (term: string): number => (term.length < 3 ? 0 : term.length < 7 ? 1 : 2);

/** A lesson that was found by its text alone leads to the step that says most of it. */
function withStep(found: Found, { match }: Pick<SearchResult, 'match'>, locale: Locale): Found {
  if (found.kind !== 'lesson') return found;
  if (Object.values(match).some((inFields) => inFields.includes('title') || inFields.includes('near'))) return found;
  const terms = Object.keys(match);
  const hits = found.lesson.steps.map((step) => {
    const said = new Set([...step.terms.split(' '), ...termsIn(step.title, locale)]);
    return terms.filter((term) => said.has(term)).length;
  });
  const at = hits.indexOf(Math.max(...hits));
  const step = found.lesson.steps[at];
  return step ? { ...found, step: { number: at + 1, title: step.title } } : found;
}
