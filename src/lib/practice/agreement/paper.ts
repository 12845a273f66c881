import type { PaperTask } from '../../content/lesson.ts';
import type { AgreementParams } from './bank.ts';

/** The agreement on paper: all rules with a box, a line to sign for both, and on the other page how many are enough. */
export function paper({ texts, rules, least, most }: AgreementParams): PaperTask[] {
  const [choose = '', promise = '', sign = ''] = texts.asks;
  const words = (by: 'parents' | 'others'): string[] =>
    rules.filter((one) => (one.by === 'parents') === (by === 'parents')).map(({ id }) => texts.rules[id] ?? id);
  return [
    { ask: choose, shown: [texts.title], boxes: words('others'), solution: [`${least} – ${most}`] },
    { ask: promise, shown: [], boxes: words('parents'), solution: [texts.done] },
    {
      ask: sign,
      shown: [`${texts.child}: ____________`, `${texts.parents}: ____________`],
      boxes: [],
      solution: [texts.done]
    }
  ];
}
