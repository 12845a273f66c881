import type { PaperTask } from '../../content/lesson.ts';
import { leafAt, menuOf, type Goal, type SettingsParams } from './tree.ts';

/** The menus on paper, and on the other page the way to the setting and what it is set to. */
export function paper(params: SettingsParams): PaperTask[] {
  const { tree, goals, texts } = params;
  const name = (id: string): string => texts.labels[id] ?? id;
  return goals.map((goal, index) => {
    const way = [menuOf(params, goal.at)?.id ?? '', goal.at].map(name).join(' › ');
    return {
      ask: texts.asks[index] ?? '',
      shown: texts.card,
      boxes: tree.map(({ id }) => name(id)),
      solution: [[way, ...wanted(params, goal)].join(': ')]
    };
  });
}

/** What the setting is set to, where that is a name, a number or a word to be read. */
function wanted(params: SettingsParams, goal: Goal): string[] {
  const { labels, facts } = params.texts;
  switch (goal.want) {
    case 'on':
    case 'off':
      return [];
    case 'read':
      return [facts[goal.at] ?? ''];
    case 'option':
      return [labels[goal.option] ?? goal.option];
    case 'at-least':
    case 'at-most':
      return [String(goal.step)];
    case 'joined': {
      const network = leafAt(params, goal.at);
      return network?.kind === 'network' && network.password ? [network.password] : [];
    }
  }
}
