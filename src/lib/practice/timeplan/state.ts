import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { Slot, TimeplanParams } from './week.ts';

export type TimeplanAction =
  | { type: 'day'; day: string }
  | { type: 'more' }
  | { type: 'less' }
  | { type: 'when'; slot: Slot }
  | { type: 'together' }
  | { type: 'undo' };

/** What is planned for one day. */
export interface Plan {
  minutes: number;
  when: Slot;
  together: boolean;
}

interface Now {
  /** The day that is planned now. */
  day: string;
  plans: Readonly<Record<string, Plan>>;
}

export interface TimeplanState extends Undoable<Now> {
  params: TimeplanParams;
}

/** The week as it was handed over. */
export const start = (params: TimeplanParams): TimeplanState => ({
  ...untold(params.help),
  params,
  ...undoable({
    day: params.days[0]?.id ?? '',
    plans: Object.fromEntries(params.days.map(({ id, minutes, when }) => [id, { minutes, when, together: false }]))
  })
});

const nothing: Plan = { minutes: 0, when: 'afternoon', together: false };

export const planOf = ({ now }: TimeplanState, day: string): Plan => now.plans[day] ?? nothing;

/** Every day with its plan, in the order of the week. */
export const week = (state: TimeplanState): { day: string; plan: Plan }[] =>
  state.params.days.map(({ id }) => ({ day: id, plan: planOf(state, id) }));

export const totalMinutes = (state: TimeplanState): number =>
  week(state).reduce((sum, { plan }) => sum + plan.minutes, 0);

export const freeDays = (state: TimeplanState): number => week(state).filter(({ plan }) => plan.minutes === 0).length;

/** Days on which somebody plays late. */
export const lateDays = (state: TimeplanState): string[] =>
  week(state).flatMap(({ day, plan }) => (plan.minutes > 0 && plan.when === 'late' ? [day] : []));

/** Whether somebody plays with others at least once. */
const hasTogether = (state: TimeplanState): boolean =>
  week(state).some(({ plan }) => plan.together && plan.minutes > 0);

/** How many goals are reached, one after the other. */
export function reached(state: TimeplanState): number {
  const { least, budget, free } = state.params;
  const total = totalMinutes(state);
  if (total < least || total > budget) return 0;
  if (lateDays(state).length > 0) return 1;
  if (freeDays(state) < free) return 2;
  return hasTogether(state) ? 4 : 3;
}

export const dayName = ({ params }: TimeplanState, day: string): string => params.texts.days[day] ?? day;
