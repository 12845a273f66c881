import type { Control, Guide } from '../contract.ts';
import { info } from '../saying.ts';
import {
  dayName,
  lateDays,
  planOf,
  reached,
  totalMinutes,
  week,
  type TimeplanAction,
  type TimeplanState
} from './state.ts';
import { fitsInDay, stepMinutes } from './week.ts';

type Move = Guide<TimeplanAction>;

const less: Move = { action: { type: 'less' }, saying: info('practice-timeplan.guide.less') };
const more: Move = { action: { type: 'more' }, saying: info('practice-timeplan.guide.more') };
const earlier: Move = {
  action: { type: 'when', slot: 'afternoon' },
  saying: info('practice-timeplan.guide.earlier')
};
const together: Move = { action: { type: 'together' }, saying: info('practice-timeplan.guide.together') };

/** The next right move towards the open goal. */
export function guide(state: TimeplanState): Move | undefined {
  switch (reached(state)) {
    case 0:
      return totalMinutes(state) > state.params.budget
        ? at(state, fullest(state), less)
        : at(state, roomiest(state), more);
    case 1:
      return at(state, lateDays(state)[0], earlier);
    case 2:
      return at(state, emptiest(state), less);
    case 3:
      return at(state, fullest(state), together);
    default:
      return undefined;
  }
}

/** The move on its day, which is opened first. */
function at(state: TimeplanState, day: string | undefined, move: Move): Move {
  if (day === undefined || day === state.now.day) return move;
  return {
    action: { type: 'day', day },
    saying: info('practice.guide.tap', { name: dayName(state, day) })
  };
}

/** The days with a screen, the one with the fewest minutes first; equal ones in the order of the week. */
const byMinutes = (state: TimeplanState): string[] =>
  week(state)
    .filter(({ plan }) => plan.minutes > 0)
    .sort((one, other) => one.plan.minutes - other.plan.minutes)
    .map(({ day }) => day);

const fullest = (state: TimeplanState): string | undefined => byMinutes(state).at(-1);
const emptiest = (state: TimeplanState): string | undefined => byMinutes(state)[0];

/** A day that can take more, and has a screen already: free days stay free. */
const roomiest = (state: TimeplanState): string | undefined =>
  byMinutes(state)
    .reverse()
    .find((day) => fitsInDay(planOf(state, day).minutes + stepMinutes)) ??
  week(state).find(({ plan }) => plan.minutes === 0)?.day;

/** The control of an action on the pretend screen. */
export function control(action: TimeplanAction): Control {
  switch (action.type) {
    case 'day':
      return { id: `day-${action.day}` };
    case 'when':
      return { id: `when-${action.slot}` };
    default:
      return { id: action.type };
  }
}
