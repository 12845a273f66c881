import type { PaperTask } from '../../content/lesson.ts';
import { eurosFor, percentAfter, type LootboxParams } from './odds.ts';

/** How many boxes stand in the table of the sheet. */
const steps = [10, 20, 50, 100, 200] as const;

/** The machine on paper: its chances as a table, the question with boxes, and the answer on the other page. */
export function paper(params: LootboxParams): PaperTask[] {
  const { texts, picks } = params;
  const [open = '', euros = '', answer = ''] = texts.asks;
  const right = picks.filter(({ ok }) => ok).map(({ id }) => `${texts.picks[id]} – ${texts.answers[id]}`);
  return [
    {
      ask: open,
      shown: [texts.game],
      boxes: [],
      solution: steps.map((boxes) => `${boxes} × → ${percentAfter(params, boxes)} %`)
    },
    {
      ask: euros,
      shown: [],
      boxes: [],
      solution: steps.map((boxes) => `${boxes} × ${params.coinsABox} → ${eurosFor(params, boxes)} €`)
    },
    { ask: answer, shown: [texts.question], boxes: picks.map(({ id }) => texts.picks[id] ?? id), solution: right }
  ];
}
