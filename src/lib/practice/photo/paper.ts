import type { PaperTask } from '../../content/lesson.ts';
import { photosOf, type Goal, type PhotoParams } from './photos.ts';

/** The photos on paper: what each shows in words, what can be ticked, and on the other page what is right. */
export function paper(params: PhotoParams): PaperTask[] {
  const { goals, texts } = params;
  return goals.map((goal, index) => ({
    ask: texts.asks[index] ?? '',
    shown: photosOf(goal).map((id) => `${texts.labels[id] ?? id}: ${texts.shows[id] ?? ''}`),
    boxes: boxesOf(params, goal),
    solution: [texts.solutions[index] ?? '']
  }));
}

/** What there is to choose among for a goal. */
function boxesOf({ photos, albums, texts }: PhotoParams, goal: Goal): string[] {
  const named = (ids: readonly string[]): string[] => ids.map((id) => texts.labels[id] ?? id);
  switch (goal.do) {
    case 'turn':
      return [];
    case 'crop':
      return named([...goal.keep, ...goal.away]);
    case 'file':
      return named(albums);
    case 'bin':
    case 'restore':
      return named(photos.map(({ id }) => id));
    case 'share':
      return photos
        .filter(({ id }) => goal.photos.includes(id))
        .flatMap(({ people }) => people.map(({ id }) => `${texts.labels[id] ?? id}: ${texts.says[id] ?? ''}`));
  }
}
