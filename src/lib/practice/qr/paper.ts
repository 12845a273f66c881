import type { PaperTask } from '../../content/lesson.ts';
import type { QrParams } from './posters.ts';

/** The posters on paper, each with its address, and on the other page whether to open it. */
export const paper = ({ posters, texts }: QrParams): PaperTask[] =>
  posters.map(({ id, address, verdict }, index) => ({
    ask: texts.asks[index] ?? '',
    shown: [texts.places[id] ?? id, texts.posters[id] ?? id, address, texts.closer[id] ?? ''],
    boxes: [],
    solution: [texts[verdict][id] ?? '']
  }));
