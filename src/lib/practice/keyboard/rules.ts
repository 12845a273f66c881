import type { Control, Guide, HelpAction, Rules, Saying } from '../contract.ts';
import { reversible } from '../reversible.ts';
import { again } from '../saying.ts';
import { controlsOf, follow, forward, helpWith, miss, say, untold, verdictOf } from '../telling.ts';
import { looksReal } from '../typed.ts';
import { pageWith } from './layout.ts';
import { lines } from './lines.ts';
import {
  blank,
  longest,
  paramsSchema,
  wantedBy,
  type KeyboardAction,
  type KeyboardParams,
  type KeyboardState
} from './state.ts';
import { weaknessOf } from './strength.ts';

export { paramsSchema };

const start = (params: KeyboardParams): KeyboardState => ({
  ...untold(params.help),
  params,
  reached: 0,
  ...blank
});

function reduce(state: KeyboardState, action: KeyboardAction | HelpAction): KeyboardState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'key': {
      const sign = state.shift ? action.sign.toLocaleUpperCase('de') : action.sign;
      return written({ ...state, shift: false }, state.text + (action.sign === 'ß' ? 'ß' : sign));
    }
    case 'shift':
      return state.page === 'letters' ? { ...state, shift: !state.shift } : state;
    case 'page':
      return { ...state, shift: false, page: state.page === 'letters' ? 'figures' : 'letters' };
    case 'delete':
      return { ...state, text: state.text.slice(0, -1) };
    case 'write':
      return written(state, action.text);
    case 'check':
      return checked(state);
  }
}

/** What seems real leaves the field at once. A date for a password may stay: it is told why it is easy to guess. */
function written(state: KeyboardState, text: string): KeyboardState {
  const { task, texts: words } = state.params;
  const isDate = task === 'password' && weaknessOf(text) === 'date';
  if (!isDate && looksReal(text, words.sentences))
    return say({ ...state, text: '' }, again('practice.frame.noRealData'));
  return { ...state, text: text.slice(0, longest) };
}

const withoutDoubleBlanks = (written: string): string => written.trim().replace(/\s+/g, ' ');
const withoutBlanks = (written: string): string => written.replace(/\s/g, '');
/** What counts: neither capitals nor double blanks nor the mark at the end. */
const essence = (written: string): string =>
  withoutDoubleBlanks(written)
    .toLowerCase()
    .replace(/\s?[.!?]$/, '');

function checked(state: KeyboardState): KeyboardState {
  const wanted = wantedBy(state);
  if (wanted === undefined) return state;
  if (state.params.task === 'password') return checkedPassword(state);
  const { help: mode } = state.params;
  if (essence(state.text) !== essence(wanted)) {
    const words = correction(state.text, wanted);
    // Nothing is wrong yet, there is only more to come: that is no miss.
    if (words.key === 'practice.keyboard.goOn') return say(state, { ...words, tone: 'info' });
    return miss(state, mode, { ...words, tone: 'again' });
  }
  const exact = withoutDoubleBlanks(state.text) === wanted;
  const sameCase = withoutDoubleBlanks(state.text).toLowerCase() !== wanted.toLowerCase() || exact;
  return onward(state, { key: sameCase ? 'practice.keyboard.right' : 'practice.keyboard.rightCapital', tone: 'good' });
}

const onward = (state: KeyboardState, words: Saying): KeyboardState =>
  forward({ ...state, reached: state.reached + 1, ...blank }, state.params.help, words);

/** A weak password hears why; one that is only too short is on a good way. */
function checkedPassword(state: KeyboardState): KeyboardState {
  const weakness = weaknessOf(state.text);
  if (!weakness) return onward(state, { key: 'practice.keyboard.strong', tone: 'good' });
  if (weakness === 'empty') return say(state, { key: 'practice.keyboard.empty', tone: 'info' });
  return miss(state, state.params.help, { key: `practice.keyboard.weak.${weakness}`, tone: 'again' });
}

/** What is not right yet, in the order in which it is easiest to mend. */
export function correction(written: string, wanted: string): Omit<Saying, 'tone'> {
  const given = essence(written);
  const goal = essence(wanted);
  if (given === '') return { key: 'practice.keyboard.empty' };
  if (withoutBlanks(given) === withoutBlanks(goal))
    return { key: given.length < goal.length ? 'practice.keyboard.blankMissing' : 'practice.keyboard.blankTooMuch' };
  if (goal.startsWith(given)) return { key: 'practice.keyboard.goOn' };
  if (given.startsWith(goal)) return { key: 'practice.keyboard.tooMuch' };
  const givenWords = given.split(' ');
  const wantedWords = withoutDoubleBlanks(wanted)
    .replace(/[.!?]$/, '')
    .split(' ');
  const word = wantedWords.find((one, index) => one.toLowerCase() !== givenWords[index]) ?? wanted;
  return { key: 'practice.keyboard.word', values: { word } };
}

/** Whether what stands there is what was asked for. */
const isReady = ({ params, text: written }: KeyboardState, wanted: string): boolean =>
  params.task === 'password' ? weaknessOf(written) === undefined : written === wanted;

function guide(state: KeyboardState): Guide<KeyboardAction> | undefined {
  const wanted = wantedBy(state);
  if (wanted === undefined) return undefined;
  const { text: written } = state;
  if (isReady(state, wanted)) return move({ type: 'check' }, 'practice.guide.check');
  if (!wanted.toLowerCase().startsWith(written.toLowerCase())) return move({ type: 'delete' }, 'practice.guide.delete');
  const sign = wanted[written.length];
  return sign === undefined ? move({ type: 'check' }, 'practice.guide.check') : moveTo(state, sign);
}

const move = (action: KeyboardAction, key: Saying['key'], values: Saying['values'] = {}): Guide<KeyboardAction> => ({
  action,
  saying: { key, values, tone: 'info' }
});

/** The next key on the way to a sign. */
function moveTo({ params, shift, page }: KeyboardState, sign: string): Guide<KeyboardAction> {
  if (sign === ' ') return move({ type: 'key', sign }, 'practice.guide.space');
  const small = sign.toLowerCase();
  const wanted = pageWith(params.texts.layout, small, page);
  if (wanted !== page)
    return move({ type: 'page' }, wanted === 'figures' ? 'practice.guide.figures' : 'practice.guide.letters');
  if ((sign !== small) !== shift) return move({ type: 'shift' }, 'practice.guide.shift');
  return move({ type: 'key', sign: small }, 'practice.guide.key', { sign });
}

const rules: Rules<KeyboardParams, KeyboardState, KeyboardAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.reached, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control: (action) => {
    switch (action.type) {
      case 'key':
        return { id: action.sign === ' ' ? 'key-space' : `key-${action.sign}` };
      case 'write':
        return { id: 'text', write: { into: 'text', text: action.text } };
      default:
        return { id: `key-${action.type}` };
    }
  }
};

/** The screen keyboard: write a given sentence. A real keyboard works as well. */
export const keyboard = reversible(rules);

/** The controls that solve a scene, in order. */
export const controls = (params: KeyboardParams): Control[] => controlsOf(keyboard, params);
