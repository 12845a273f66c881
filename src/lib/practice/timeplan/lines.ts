import type { Line, Saying } from '../contract.ts';
import { info } from '../saying.ts';
import { undoLine } from '../undo.ts';
import { dayName, freeDays, planOf, totalMinutes, week, type TimeplanAction, type TimeplanState } from './state.ts';
import { slots } from './week.ts';

type PlanLine = Line<TimeplanAction>;

/** The week in words: each day, then what can be changed on the open one. */
export function lines(state: TimeplanState): PlanLine[] {
  const { params, now } = state;
  const plan = planOf(state, now.day);
  const tap = (id: 'more' | 'less' | 'together', key: Saying['key']): PlanLine => ({
    id,
    words: info(key),
    action: { type: id }
  });
  return [
    { id: 'title', words: params.texts.title },
    ...week(state).map<PlanLine>(({ day, plan: { minutes, when } }) => ({
      id: `day-${day}`,
      words: [dayName(state, day), params.texts.fixed[day]].filter(Boolean).join(', '),
      value: minutes === 0 ? info('practice-timeplan.freeDay') : info(`practice-timeplan.planned.${when}`, { minutes }),
      action: { type: 'day', day }
    })),
    {
      id: 'total',
      words: info('practice-timeplan.total', { total: totalMinutes(state), budget: params.budget })
    },
    { id: 'free', words: info('practice-timeplan.free', { days: freeDays(state) }) },
    { id: 'open', words: info('practice-timeplan.day', { day: dayName(state, now.day) }) },
    tap('more', 'practice-timeplan.more'),
    tap('less', 'practice-timeplan.less'),
    ...slots.map<PlanLine>((slot) => ({
      id: `when-${slot}`,
      words: info(`practice-timeplan.when.${slot}`),
      ...(plan.when === slot && { value: info('practice-timeplan.chosen') }),
      action: { type: 'when', slot }
    })),
    {
      ...tap('together', 'practice-timeplan.together'),
      value: info(plan.together ? 'practice-timeplan.yes' : 'practice-timeplan.no')
    },
    undoLine
  ];
}
