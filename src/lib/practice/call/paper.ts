import type { PaperTask } from '../../content/lesson.ts';
import type { CallParams } from './scene.ts';

/** The call on paper: what is heard at each stage, and on the other page what helped. */
export const paper = ({ stages, texts }: CallParams): PaperTask[] =>
  stages.map(({ id, who, want }, index) => {
    const words = texts.says[id] ?? '';
    const isRinging = want === 'answer' || want === 'refuse';
    const name = texts.names[who] ?? who;
    return {
      ask: texts.asks[index] ?? '',
      shown: isRinging ? [name, words] : [`${name}: ${words}`],
      boxes: [],
      solution: [texts.answers[id] ?? '']
    };
  });
