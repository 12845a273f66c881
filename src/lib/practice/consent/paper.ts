import type { PaperTask } from '../../content/lesson.ts';
import type { ConsentParams } from './rounds.ts';

/** Banners and apps on paper: what they want, a box at each thing, and on the other page what is needed and why. */
export function paper({ rounds, texts }: ConsentParams): PaperTask[] {
  return rounds.map(({ id, purposes }, index) => {
    const words = texts.rounds[id];
    const named = purposes.map((one) => ({ needed: one.needed, ...words?.purposes[one.id] }));
    return {
      ask: texts.asks[index] ?? '',
      shown: [words?.name, words?.about, words?.banner].filter((line) => line !== undefined),
      boxes: named.map(({ name = '' }) => name),
      solution: named.filter(({ needed }) => needed).map(({ name, why }) => `${name}: ${why}`)
    };
  });
}
