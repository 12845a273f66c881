import * as v from 'valibot';
import type { Control, Guide, HelpAction, Line, Rules, Saying, Told } from '../contract.ts';
import { reversible } from '../reversible.ts';
import { again } from '../saying.ts';
import { controlsOf, follow, forward, helpWith, miss, say, untold, verdictOf } from '../telling.ts';
import { looksReal } from '../typed.ts';
import { help, text, texts } from '../words.ts';
import { canWrite, layouts, pageWith, type Page } from './layout.ts';
import { strengthOf, weaknessOf } from './strength.ts';

/** More than this can't be written: it is a sentence, not a letter. */
const longest = 80;

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** Sentences are copied; a password is made up, until it is strong. */
    task: v.optional(v.picklist(['write', 'password']), 'write'),
    texts: v.strictObject({
      ...texts,
      layout: v.picklist(layouts),
      /** What is to be written, from easy to hard; where a password is made up, what help offers. */
      sentences: v.pipe(v.array(v.pipe(text, v.maxLength(longest))), v.minLength(1))
    })
  }),
  v.forward(
    v.check(({ texts: { asks, sentences } }) => asks.length === sentences.length, 'Write one sentence for each goal.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ texts: { layout, sentences } }) => sentences.every((sentence) => canWrite(layout, sentence)),
      'A sentence has a sign that is on no key of this keyboard.'
    ),
    ['texts', 'sentences']
  ),
  v.forward(
    v.check(
      ({ task, texts: { sentences } }) =>
        task === 'write' || sentences.every((sentence) => weaknessOf(sentence) === undefined),
      'A password that help offers is easy to guess.'
    ),
    ['texts', 'sentences']
  )
);

export type KeyboardParams = v.InferOutput<typeof paramsSchema>;

export type KeyboardAction =
  | { type: 'key'; sign: string }
  | { type: 'shift' }
  /** Shows the figures, or the letters again. */
  | { type: 'page' }
  | { type: 'delete' }
  /** A real keyboard, a switch or dictation has written into the field. */
  | { type: 'write'; text: string }
  | { type: 'check' };

export interface KeyboardState extends Told {
  params: KeyboardParams;
  reached: number;
  text: string;
  /** The next letter becomes a capital. */
  shift: boolean;
  page: Page;
}

const blank = { text: '', shift: false, page: 'letters' } as const;

const start = (params: KeyboardParams): KeyboardState => ({
  ...untold(params.help),
  params,
  reached: 0,
  ...blank
});

/** The sentence that is to be written now, or the password that help offers. */
export const wantedBy = ({ params, reached }: KeyboardState): string | undefined => params.texts.sentences[reached];

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

/** What stands above the field: the sentence to copy, or how strong the password is so far. */
export const headOf = (state: KeyboardState): Saying =>
  state.params.task === 'password'
    ? { key: `practice.keyboard.strength.${strengthOf(state.text)}`, tone: 'info' }
    : { key: 'practice.keyboard.wanted', values: { sentence: wantedBy(state) ?? '' }, tone: 'info' };

const lines = (state: KeyboardState): Line<KeyboardAction>[] => [
  {
    id: 'text',
    words: headOf(state),
    write: {
      label: { key: 'practice.keyboard.field', tone: 'info' },
      action: (written) => ({ type: 'write', text: written })
    }
  },
  { id: 'written', words: { key: 'practice.keyboard.written', values: { text: state.text }, tone: 'info' } },
  { id: 'check', words: { key: 'practice.keyboard.check', tone: 'info' }, action: { type: 'check' } }
];

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
