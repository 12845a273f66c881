import type { Line } from '../contract.ts';
import { info } from '../saying.ts';
import { undoLine } from '../undo.ts';
import { fields, onPhone, type FieldName } from './order.ts';
import { picksNow, stageOf, valueOf, type BankAction, type BankState } from './state.ts';
import { fieldWord } from './words.ts';

type BankLine = Line<BankAction>;

/** The pretend bank in words: the bill, the form or the order, the telephone, and what can be done. */
export function lines(state: BankState): BankLine[] {
  const { texts } = state.params;
  const stage = stageOf(state);
  return [
    { id: 'bank', words: texts.bank, value: info('practice-bank.balance', { amount: texts.balance }) },
    ...texts.card.map<BankLine>((words, index) => ({ id: `card-${index}`, words })),
    ...fields.flatMap((field) => fieldLines(state, field)),
    ...(stage === 'fill' ? [tap('onward', { type: 'onward' })] : []),
    ...(stage === 'caller' ? callerLines(state) : []),
    ...(stage === 'release' ? phoneLines(state) : []),
    ...picksNow(state).map<BankLine>(({ id }) => ({
      id: `pick-${id}`,
      words: texts.picks[id] ?? id,
      action: { type: 'pick', pick: id }
    })),
    undoLine
  ];
}

const tap = (id: 'onward' | 'release' | 'stop', action: BankAction): BankLine => ({
  id,
  words: info(`practice-bank.${id}`),
  action
});

function fieldLines(state: BankState, field: FieldName): BankLine[] {
  const value = valueOf(state, field);
  const isOpen = stageOf(state) === 'fill';
  if (value !== undefined) {
    const line: BankLine = { id: `value-${field}`, words: fieldWord(field), value };
    const change: BankLine = {
      id: `change-${field}`,
      words: info(`practice-bank.change.${field}`),
      action: { type: 'change', field }
    };
    return isOpen ? [line, change] : [line];
  }
  return [
    {
      id: field,
      words: info(`practice-bank.fillIn.${field}`),
      write: { label: fieldWord(field), action: (text) => ({ type: 'fill', field, text }) }
    },
    { id: `take-${field}`, words: info(`practice-bank.take.${field}`), action: { type: 'take', field } }
  ];
}

function callerLines({ params: { texts } }: BankState): BankLine[] {
  return [
    { id: 'caller', words: info('practice-bank.calls', { name: texts.callerName ?? '' }) },
    ...texts.callerSays.map<BankLine>((words, index) => ({ id: `says-${index}`, words }))
  ];
}

function phoneLines({ params }: BankState): BankLine[] {
  const { amount, payee } = onPhone(params);
  return [
    { id: 'phone', words: info('practice-bank.phoneSays', { amount, payee }) },
    tap('release', { type: 'release' }),
    tap('stop', { type: 'stop' })
  ];
}
