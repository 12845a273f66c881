import type { Control, HelpAction, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack } from '../undo.ts';
import { again, info } from '../saying.ts';
import { control, guide } from './guide.ts';
import { lines } from './lines.ts';
import {
  dayName,
  freeDays,
  planOf,
  reached,
  start,
  totalMinutes,
  type Plan,
  type TimeplanAction,
  type TimeplanState
} from './state.ts';
import { fitsInDay, paramsSchema, stepMinutes, type TimeplanParams } from './week.ts';

export { paramsSchema };

function reduce(state: TimeplanState, action: TimeplanAction | HelpAction): TimeplanState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'day':
      return chosen(state, action.day);
    case 'more':
    case 'less':
      return moved(state, action.type === 'more' ? stepMinutes : -stepMinutes);
    case 'when':
      return planned(state, { when: action.slot });
    case 'together':
      return planned(state, { together: !planOf(state, state.now.day).together });
    case 'undo':
      return takeBack(state);
  }
}

function chosen(state: TimeplanState, day: string): TimeplanState {
  if (!state.params.days.some(({ id }) => id === day)) return state;
  const words = info('practice-timeplan.day', { day: dayName(state, day) });
  return say(state.now.day === day ? state : did(state, { day }), words);
}

function moved(state: TimeplanState, by: number): TimeplanState {
  const minutes = planOf(state, state.now.day).minutes + by;
  return fitsInDay(minutes) ? planned(state, { minutes }) : say(state, info('practice-timeplan.edge'));
}

/** After a change: a step forward when a goal is reached, a kind word where it leads away, otherwise what stands there. */
function planned(state: TimeplanState, change: Partial<Plan>): TimeplanState {
  const { now, params } = state;
  const plan = { ...planOf(state, now.day), ...change };
  const next = did(state, { plans: { ...now.plans, [now.day]: plan } });
  const words = stands(next);
  if (reached(next) > reached(state)) return forward(next, params.help, { ...words, tone: 'good' });
  if (change.when === 'late') return miss(next, params.help, again('practice-timeplan.tooLate'));
  const isFuller = (change.minutes ?? 0) > planOf(state, now.day).minutes;
  if (isFuller && freeDays(next) === 0) return miss(next, params.help, again('practice-timeplan.noFreeDay'));
  if (isFuller && totalMinutes(next) > params.budget)
    return miss(next, params.help, again('practice-timeplan.overBudget', { budget: params.budget }));
  return say(next, words);
}

const stands = (state: TimeplanState): Saying =>
  info('practice-timeplan.stands', {
    day: dayName(state, state.now.day),
    minutes: planOf(state, state.now.day).minutes,
    total: totalMinutes(state)
  });

/** The pretend week: screen time is kept in a budget, before it is late, with free days and one day together. */
export const timeplan: Rules<TimeplanParams, TimeplanState, TimeplanAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, reached(state), guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: TimeplanParams): Control[] => controlsOf(timeplan, params);
