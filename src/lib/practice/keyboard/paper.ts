import type { PaperTask } from '../../content/lesson.ts';
import type { KeyboardParams } from './state.ts';

/** Room for a hand to write. */
const gap = '____________________';

/** Writing on paper: the sentence to copy and a line for it; where a password is made up, an example on the other page. */
export const paper = ({ task, texts: { asks, sentences } }: KeyboardParams): PaperTask[] =>
  asks.map((ask, index) => {
    const sentence = sentences[index] ?? '';
    return { ask, shown: task === 'write' ? [sentence, gap] : [gap], boxes: [], solution: [sentence] };
  });
