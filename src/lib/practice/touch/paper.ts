import type { InferOutput } from 'valibot';
import type { PaperTask } from '../../content/lesson.ts';
import type { appsParams } from './apps.ts';
import type { TouchParams } from './rules.ts';
import { mapPlaces } from './town.ts';

/** What a finger does on paper: a pen finds and ticks it. */
export function paper(params: TouchParams): PaperTask[] {
  return goalsOf(params).map((goal, index) => ({ ask: params.texts.asks[index] ?? '', ...goal }));
}

function goalsOf(params: TouchParams): Omit<PaperTask, 'ask'>[] {
  const name = (id: string): string => params.texts.labels[id] ?? id;
  const numbered = (id: string, at: number): string => `${at + 1}. ${name(id)}`;
  /** In the order of the alphabet: it tells nothing. */
  const inOrder = (ids: readonly string[]): string[] =>
    [...new Set(ids)].map(name).sort((a, b) => a.localeCompare(b, 'en'));
  switch (params.mode) {
    case 'tap':
      // A picture that stands alone on the screen is looked for among those of the other rounds.
      return params.rounds.map(({ target, others }) => ({
        shown: [],
        boxes: inOrder(others.length > 0 ? [target, ...others] : params.rounds.map((round) => round.target)),
        solution: [name(target)]
      }));
    case 'scroll':
      return params.goals.map((goal, index) => ({
        shown: index === 0 ? [params.rows.map(numbered).join(' · ')] : [],
        boxes: [],
        solution: [numbered(goal, params.rows.indexOf(goal))]
      }));
    case 'zoom':
      return params.questions.map(({ at, others }) => ({
        shown: [mapPlaces.map((place) => (place === at ? `► ${name(place)}` : name(place))).join(' · ')],
        boxes: inOrder([at, ...others]),
        solution: [name(at)]
      }));
    case 'apps':
      return params.goals.map((_, index) => appOnPaper(params, index));
  }
}

function appOnPaper({ goals, apps, texts }: InferOutput<typeof appsParams>, index: number): Omit<PaperTask, 'ask'> {
  const name = (app: string): string => texts.labels[app] ?? app;
  const goal = goals[index];
  const opened = goals.slice(0, index).flatMap((one) => (one.do === 'open' ? [one.app] : []));
  switch (goal?.do) {
    case 'open':
      return { shown: [], boxes: apps.map(name), solution: [`${name(goal.app)}: ${texts.inside[goal.app] ?? ''}`] };
    case 'close':
      return { shown: [], boxes: [...new Set(opened)].map(name), solution: [name(goal.app)] };
    default: {
      // Nothing is to be found: the way to the start is one key, which the task itself names.
      const last = opened.at(-1);
      return {
        shown: last === undefined ? [] : [name(last), texts.inside[last] ?? ''],
        boxes: [],
        solution: [texts.asks[index] ?? '']
      };
    }
  }
}
