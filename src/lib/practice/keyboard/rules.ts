import * as v from 'valibot';
import type { Control, Guide, HelpAction, Line, Rules, Saying, Told } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, untold, verdictOf } from '../telling.ts';
import { help, text, texts } from '../words.ts';
import { canWrite, layouts } from './layout.ts';

/** More than this can't be written: it is a sentence, not a letter. */
const longest = 80;

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    texts: v.strictObject({
      ...texts,
      layout: v.picklist(layouts),
      /** What is to be written, from easy to hard. */
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
  )
);

export type KeyboardParams = v.InferOutput<typeof paramsSchema>;

export type KeyboardAction =
  | { type: 'key'; sign: string }
  | { type: 'shift' }
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
}

const start = (params: KeyboardParams): KeyboardState => ({
  ...untold(params.help),
  params,
  reached: 0,
  text: '',
  shift: false
});

/** The sentence that is to be written now. */
export const wantedBy = ({ params, reached }: KeyboardState): string | undefined => params.texts.sentences[reached];

function reduce(state: KeyboardState, action: KeyboardAction | HelpAction): KeyboardState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'key': {
      const sign = state.shift ? action.sign.toLocaleUpperCase('de') : action.sign;
      return { ...state, text: (state.text + (action.sign === 'ß' ? 'ß' : sign)).slice(0, longest), shift: false };
    }
    case 'shift':
      return { ...state, shift: !state.shift };
    case 'delete':
      return { ...state, text: state.text.slice(0, -1) };
    case 'write':
      return { ...state, text: action.text.slice(0, longest) };
    case 'check':
      return checked(state);
  }
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
  const { help: mode } = state.params;
  if (essence(state.text) !== essence(wanted)) {
    const words = correction(state.text, wanted);
    // Nothing is wrong yet, there is only more to come: that is no miss.
    if (words.key === 'practice.keyboard.goOn') return say(state, { ...words, tone: 'info' });
    return miss(state, mode, { ...words, tone: 'again' });
  }
  const exact = withoutDoubleBlanks(state.text) === wanted;
  const sameCase = withoutDoubleBlanks(state.text).toLowerCase() !== wanted.toLowerCase() || exact;
  return forward({ ...state, reached: state.reached + 1, text: '', shift: false }, mode, {
    key: sameCase ? 'practice.keyboard.right' : 'practice.keyboard.rightCapital',
    tone: 'good'
  });
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

function guide(state: KeyboardState): Guide<KeyboardAction> | undefined {
  const wanted = wantedBy(state);
  if (wanted === undefined) return undefined;
  const { text: written, shift } = state;
  if (written === wanted) return { action: { type: 'check' }, saying: { key: 'practice.guide.check', tone: 'info' } };
  if (!wanted.toLowerCase().startsWith(written.toLowerCase()))
    return { action: { type: 'delete' }, saying: { key: 'practice.guide.delete', tone: 'info' } };
  const sign = wanted[written.length];
  if (sign === undefined) return { action: { type: 'check' }, saying: { key: 'practice.guide.check', tone: 'info' } };
  if (sign === ' ') return { action: { type: 'key', sign }, saying: { key: 'practice.guide.space', tone: 'info' } };
  const capital = sign !== sign.toLowerCase();
  if (capital !== shift) return { action: { type: 'shift' }, saying: { key: 'practice.guide.shift', tone: 'info' } };
  return {
    action: { type: 'key', sign: sign.toLowerCase() },
    saying: { key: 'practice.guide.key', values: { sign }, tone: 'info' }
  };
}

const lines = (state: KeyboardState): Line<KeyboardAction>[] => [
  {
    id: 'text',
    words: { key: 'practice.keyboard.wanted', values: { sentence: wantedBy(state) ?? '' }, tone: 'info' },
    write: {
      label: { key: 'practice.keyboard.field', tone: 'info' },
      action: (written) => ({ type: 'write', text: written })
    }
  },
  { id: 'written', words: { key: 'practice.keyboard.written', values: { text: state.text }, tone: 'info' } },
  { id: 'check', words: { key: 'practice.keyboard.check', tone: 'info' }, action: { type: 'check' } }
];

/** The screen keyboard: write a given sentence. A real keyboard works as well. */
export const keyboard: Rules<KeyboardParams, KeyboardState, KeyboardAction> = {
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

/** The controls that solve a scene, in order. */
export const controls = (params: KeyboardParams): Control[] => controlsOf(keyboard, params);
