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
  switch (params.mode) {
    case 'tap':
      return params.rounds.map(({ target, others }) => ({
        shown: [],
        boxes: [target, ...others].map(name).sort((a, b) => a.localeCompare(b)),
        solution: [name(target)]
      }));
    case 'scroll':
      return params.goals.map((goal) => ({
        shown: [params.rows.map(name).join(' · ')],
        boxes: [],
        solution: [`${params.rows.indexOf(goal) + 1}. ${name(goal)}`]
      }));
    case 'zoom':
      return params.questions.map(({ at, others }) => ({
        shown: [mapPlaces.map((place) => (place === at ? `► ${name(place)}` : name(place))).join(' · ')],
        boxes: [at, ...others].map(name).sort((a, b) => a.localeCompare(b)),
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
