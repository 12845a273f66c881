import type { PaperTask } from '../../content/lesson.ts';
import { fields, onPhone, rightValue, stagesOf, type BankParams, type Pick as Answer, type Stage } from './order.ts';

/** The transfer on paper: the slip with the data, what the telephone shows, and on the other page what is right. */
export function paper(params: BankParams): PaperTask[] {
  return stagesOf(params).map((stage, index) => ({ ask: params.texts.asks[index] ?? '', ...onPaper(params, stage) }));
}

function onPaper(params: BankParams, stage: Stage): Omit<PaperTask, 'ask'> {
  const { texts, caller, after } = params;
  switch (stage) {
    case 'fill':
      return {
        shown: texts.misread ? [...texts.card, `${texts.bank}: ${texts.misread}`] : texts.card,
        boxes: [],
        solution: fields.map((field) => rightValue(params, field))
      };
    case 'caller':
      return {
        shown: texts.callerSays.map((words) => `${texts.callerName}: ${words}`),
        ...picked(params, caller?.picks)
      };
    case 'release':
      return releaseOf(params);
    case 'after':
      return { shown: [], ...picked(params, after?.picks) };
  }
}

function picked({ texts }: BankParams, picks: readonly Answer[] = []): Pick<PaperTask, 'boxes' | 'solution'> {
  return {
    boxes: picks.map(({ id }) => texts.picks[id] ?? id),
    solution: picks.filter(({ ok }) => ok).map(({ id }) => `${texts.picks[id]} – ${texts.answers[id]}`)
  };
}

/** Both orders below each other, and on the other page whether they are the same. */
function releaseOf(params: BankParams): Omit<PaperTask, 'ask'> {
  const { amount, payee } = params.texts;
  const phone = onPhone(params);
  const sign = phone.matches ? '=' : '≠';
  return {
    shown: [`${params.texts.bank}: ${amount}, ${payee}`, `→ ${phone.amount}, ${phone.payee}`],
    boxes: [],
    solution: [`${amount}, ${payee} ${sign} ${phone.amount}, ${phone.payee}`]
  };
}
