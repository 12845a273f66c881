import { competences } from './competence';
import type { WholeFacts } from './lesson-facts';

/** The codes of the lessons that train one competence. */
export interface Trained {
  taught: readonly string[];
  /** Those of `taught` in which somebody does it: in a practice, or in a decision about a case of everyday life. */
  practised: readonly string[];
}

/** By competence, in the framework's order. */
export type Coverage = ReadonlyMap<string, Trained>;

/** Which lessons teach each competence, and which of them have it practised. */
export function coverageOf(facts: readonly WholeFacts[]): Coverage {
  return new Map(
    competences.map((competence) => {
      const lessons = facts.map(({ value }) => value).filter(({ competences: own }) => own.codes.includes(competence));
      const practised = lessons.filter(({ steps }) => steps.some(({ kind }) => kind === 'do' || kind === 'decide'));
      return [competence, { taught: lessons.map(({ code }) => code), practised: practised.map(({ code }) => code) }];
    })
  );
}

/** How many competences at least one lesson teaches, and how many of them are practised in one. */
export function sumsOf(coverage: Coverage): { taught: number; practised: number; of: number } {
  const trained = [...coverage.values()];
  return {
    taught: trained.filter(({ taught }) => taught.length > 0).length,
    practised: trained.filter(({ practised }) => practised.length > 0).length,
    of: coverage.size
  };
}

/** The same as lines for a terminal, with the sums; what a lesson only teaches stands in brackets. */
export function coverageTable(coverage: Coverage): string {
  const { taught, practised, of } = sumsOf(coverage);
  const rows = [...coverage].map(([competence, trained]) => {
    const lessons = trained.taught.map((code) => (trained.practised.includes(code) ? code : `(${code})`));
    return `${competence}  ${lessons.join(' ') || 'no lesson'}`;
  });
  return [`DigComp 2.2: ${taught} of ${of} competences taught, ${practised} of ${of} practised`, ...rows, ''].join(
    '\n'
  );
}
