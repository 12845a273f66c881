import type { PaperTask } from '../../content/lesson.ts';
import type { TimeplanParams } from './week.ts';

/** The week on paper, a line a day to be filled in; on the other page how much is good. */
export function paper({ texts, days, least, budget, free }: TimeplanParams): PaperTask[] {
  const [sum = '', late = '', open = '', together = ''] = texts.asks;
  const week = days.map(({ id, minutes }) => {
    const fixed = texts.fixed[id];
    const day = texts.days[id] ?? id;
    return `${fixed === undefined ? day : `${day} (${fixed})`}: ${minutes} → ______`;
  });
  return [
    { ask: sum, shown: [texts.title, ...week], boxes: [], solution: [`${least} – ${budget}`] },
    { ask: late, shown: [], boxes: [], solution: ['< 21:00'] },
    { ask: open, shown: [], boxes: days.map(({ id }) => texts.days[id] ?? id), solution: [`≥ ${free}`] },
    { ask: together, shown: [], boxes: days.map(({ id }) => texts.days[id] ?? id), solution: ['≥ 1'] }
  ];
}
