import type { PaperTask } from '../../content/lesson.ts';
import type { KeyboardParams } from './state.ts';

/** Writing on paper: the sentence to copy; where a password is made up, an example on the other page. */
export const paper = ({ task, texts: { asks, sentences } }: KeyboardParams): PaperTask[] =>
  asks.map((ask, index) => {
    const sentence = sentences[index] ?? '';
    return { ask, shown: task === 'write' ? [sentence] : [], boxes: [], solution: [sentence] };
  });
