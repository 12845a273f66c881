import type { PaperTask } from '../../content/lesson.ts';
import { itemAt, menuWith, type ParentalParams } from './menus.ts';

/** The steps on paper, as a plain list for the real device, and on the other page why. */
export function paper(params: ParentalParams): PaperTask[] {
  const { goals, texts } = params;
  const name = (id: string): string => texts.labels[id] ?? id;
  return goals.map((goal, index) => {
    const one = itemAt(params, goal);
    const menu = menuWith(params, goal);
    return {
      ask: texts.asks[index] ?? '',
      shown: [texts.device, [menu?.id ?? '', goal].map(name).join(' › ')],
      boxes: one?.kind === 'choice' ? one.options.map(name) : [],
      solution: [texts.right[goal] ?? '']
    };
  });
}
