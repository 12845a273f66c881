import type { PaperTask } from '../../content/lesson.ts';
import { itemAt, menuWith, type Item, type ParentalParams } from './menus.ts';

/** What an item should stand at, where that is a name or a number. */
function wantedOf(one: Item | undefined, name: (id: string) => string): string[] {
  switch (one?.kind) {
    case 'choice':
      return [one.want.map(name).join(' / ')];
    case 'minutes':
      return [one.want.join(' – ')];
    default:
      return [];
  }
}

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
      solution: [...wantedOf(one, name), texts.right[goal] ?? '']
    };
  });
}
