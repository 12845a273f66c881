import type { Control, Guide, HelpAction, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { hasRealIban, looksReal, sameWords } from '../typed.ts';
import { did, takeBack } from '../undo.ts';
import { again, good, info, told } from '../saying.ts';
import { lines } from './lines.ts';
import { centsOf, fields, onPhone, paramsSchema, rightValue, type BankParams, type FieldName } from './order.ts';
import { picksNow, stageOf, start, valueOf, type BankAction, type BankState } from './state.ts';
import { control } from './words.ts';

export { paramsSchema };

function reduce(state: BankState, action: BankAction | HelpAction): BankState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'fill':
      return canFill(state, action.field) ? filled(state, action.field, action.text) : state;
    case 'take':
      return canFill(state, action.field) ? right(state, action.field) : state;
    case 'change':
      return stageOf(state) === 'fill' ? changed(state, action.field) : state;
    case 'onward':
      return stageOf(state) === 'fill' ? wentOn(state) : state;
    case 'pick':
      return picked(state, action.pick);
    case 'release':
    case 'stop':
      return stageOf(state) === 'release' ? decided(state, action.type) : state;
    case 'undo':
      return takeBack(state);
  }
}

const canFill = (state: BankState, field: FieldName): boolean =>
  stageOf(state) === 'fill' && valueOf(state, field) === undefined;

/** A step forward: the next stage opens. */
const onward = (state: BankState, words: Saying): BankState =>
  forward(did(state, { stage: state.now.stage + 1 }), state.params.help, words);

function right(state: BankState, field: FieldName): BankState {
  const next = did({ ...state, misses: 0 }, { filled: [...state.now.filled, field] });
  return say(next, good(`practice-bank.right.${field}`));
}

function filled(state: BankState, field: FieldName, written: string): BankState {
  const { params } = state;
  const wanted = rightValue(params, field);
  if (written.trim() === '') return say(state, info('practice-bank.empty'));
  if (isRight(field, written, wanted)) return right(state, field);
  // A slip in the pretend IBAN is a number that stands on no card, and still no real one.
  const isReal = field === 'iban' ? hasRealIban(written) : looksReal(written, [params.iban, ...params.texts.card]);
  if (isReal) return say(state, again('practice.frame.noRealData'));
  return miss(state, params.help, correction(field, written, wanted));
}

function isRight(field: FieldName, written: string, wanted: string): boolean {
  return field === 'amount' ? centsOf(written) === centsOf(wanted) : sameWords(written, wanted);
}

/** What is not right yet in a field, and how to mend it. */
export function correction(field: FieldName, written: string, wanted: string): Saying {
  switch (field) {
    case 'iban':
      return ibanCorrection(written, wanted);
    case 'amount': {
      const values = { written, wanted };
      const isHundredfold = centsOf(written) === (centsOf(wanted) ?? 0) * 100;
      return again(isHundredfold ? 'practice-bank.amountComma' : 'practice-bank.otherAmount', values);
    }
    case 'payee':
    case 'purpose':
      return again('practice-bank.otherWords', { wanted });
  }
}

function ibanCorrection(written: string, wanted: string): Saying {
  const given = written.replace(/\s/g, '').toUpperCase();
  const groups = wanted.split(' ');
  const at = groups.findIndex((group, index) => given.slice(index * 4, index * 4 + group.length) !== group);
  const group = groups[at];
  if (group === undefined) return again('practice-bank.ibanLong');
  return again('practice-bank.ibanGroup', { number: at + 1, group });
}

/** A field that is changed is empty again; the misread one is read wrongly no more. */
function changed(state: BankState, field: FieldName): BankState {
  if (valueOf(state, field) === undefined) return state;
  const next = did(state, {
    filled: state.now.filled.filter((one) => one !== field),
    misread: state.now.misread && field !== state.params.misread
  });
  return say(next, info(`practice-bank.fillIn.${field}`));
}

function wentOn(state: BankState): BankState {
  const { params, now } = state;
  const open = fields.find((field) => valueOf(state, field) === undefined);
  if (open) return say(state, info(`practice-bank.fillIn.${open}`));
  if (now.misread && params.misread)
    return miss(
      state,
      params.help,
      again('practice-bank.compare', {
        here: params.texts.misread ?? '',
        bill: rightValue(params, params.misread)
      })
    );
  return onward(state, good('practice-bank.filledIn'));
}

function picked(state: BankState, id: string): BankState {
  const pick = picksNow(state).find((one) => one.id === id);
  if (!pick) return state;
  const words = state.params.texts.answers[id];
  return pick.ok ? onward(state, told(words, 'good')) : miss(state, state.params.help, told(words, 'again'));
}

function decided(state: BankState, deed: 'release' | 'stop'): BankState {
  const { params } = state;
  const { amount, payee, matches } = onPhone(params);
  if (deed === 'release') {
    if (matches) return onward(state, good('practice-bank.released'));
    const isAmount = centsOf(amount) !== centsOf(params.texts.amount);
    const words = isAmount
      ? again('practice-bank.otherOnPhone', { here: params.texts.amount, phone: amount })
      : again('practice-bank.payeeOnPhone', { here: params.texts.payee, phone: payee });
    return miss(state, params.help, words);
  }
  if (matches) return say(state, again('practice-bank.noNeedToStop'));
  return onward(state, good('practice-bank.stopped'));
}

function guide(state: BankState): Guide<BankAction> | undefined {
  const { params, now } = state;
  switch (stageOf(state)) {
    case undefined:
      return undefined;
    case 'fill': {
      if (now.misread && params.misread)
        return {
          action: { type: 'change', field: params.misread },
          saying: info('practice-bank.guideChange', { wanted: rightValue(params, params.misread) })
        };
      const field = fields.find((one) => valueOf(state, one) === undefined);
      if (!field) return { action: { type: 'onward' }, saying: info('practice-bank.guideOnward') };
      const text = rightValue(params, field);
      return { action: { type: 'fill', field, text }, saying: info('practice-bank.guideFill', { text }) };
    }
    case 'caller':
    case 'after': {
      const pick = picksNow(state).find(({ ok }) => ok)?.id ?? '';
      const name = params.texts.picks[pick] ?? pick;
      return { action: { type: 'pick', pick }, saying: info('practice.guide.tap', { name }) };
    }
    case 'release':
      return onPhone(params).matches
        ? { action: { type: 'release' }, saying: info('practice-bank.guideRelease') }
        : { action: { type: 'stop' }, saying: info('practice-bank.guideStop') };
  }
}

/** The pretend bank: a transfer by a bill, released on a telephone, and now and then somebody who wants it otherwise. */
export const bank: Rules<BankParams, BankState, BankAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.now.stage, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: BankParams): Control[] => controlsOf(bank, params);
