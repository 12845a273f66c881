import type { Control, HelpAction, Rules, Saying, SayingKey } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say } from '../telling.ts';
import { did, takeBack } from '../undo.ts';
import { again, good, info } from '../saying.ts';
import { faultOf } from './compare.ts';
import { fieldsOf, paramsSchema, type Field, type FormParams } from './fields.ts';
import { control, guide, isOpen, lines } from './guide.ts';
import {
  fieldAt,
  inSentence,
  isRight,
  pageOf,
  placeOf,
  reviewAt,
  start,
  wordsOf,
  type Fault,
  type FormAction,
  type FormState
} from './state.ts';

export { paramsSchema };

function reduce(state: FormState, action: FormAction | HelpAction): FormState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'undo':
      return takeBack(state);
    case 'back':
      return wentBack(state, action.written);
    case 'next':
      return wentOn(state, action.written);
    case 'send':
      return sent(state);
    case 'save':
      return saved(state);
    case 'change':
      return changing(state, action.field);
    default:
      return isOpen(state, action.field) ? filledIn(state, action) : state;
  }
}

type FieldAction = Extract<FormAction, { type: 'fill' | 'write' | 'choose' | 'tick' }>;

/** What can be done with a field of the open page. */
function filledIn(state: FormState, action: FieldAction): FormState {
  const field = fieldAt(state, action.field);
  if (!field) return state;
  switch (action.type) {
    case 'fill':
      return wordsOf(state, field.id).given === undefined ? state : taken(state, field);
    case 'write':
      return written(state, field, action.text);
    case 'choose':
      return chosen(state, field, action.option);
    case 'tick':
      return ticked(state, field);
  }
}

const without = <Value>(all: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));

const withIt = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? [...names] : [...names, name];

/** The card's words stand in the field. */
function taken(state: FormState, { id }: Field): FormState {
  const { label, given = '' } = wordsOf(state, id);
  const { filled, faults } = state.now;
  const next = did(state, { filled: withIt(filled, id), faults: without(faults, id) });
  return say(next, info('practice-form.filled', { label: inSentence(label), given }));
}

function written(state: FormState, field: Field, text: string): FormState {
  if (field.kind !== 'text' && field.kind !== 'date') return state;
  const fault = faultOf(text, field, wordsOf(state, field.id), state.params.texts.card);
  if (fault === undefined) return taken(state, field);
  const { filled, faults } = state.now;
  const next = did(state, {
    filled: filled.filter((one) => one !== field.id),
    faults: { ...faults, [field.id]: fault }
  });
  return miss(next, state.params.help, faultWords(next, field.id, fault));
}

function chosen(state: FormState, { id, kind }: Field, option: string): FormState {
  const { label, options } = wordsOf(state, id);
  const words = options[option];
  if (kind !== 'choice' || words === undefined) return state;
  const { chosen: before, faults } = state.now;
  const next = did(state, { chosen: { ...before, [id]: option }, faults: without(faults, id) });
  return say(next, info('practice-form.chosen', { label: inSentence(label), option: words }));
}

function ticked(state: FormState, { id, kind }: Field): FormState {
  if (kind !== 'tick') return state;
  const isOn = state.now.ticked.includes(id);
  const next = did(state, { ticked: isOn ? state.now.ticked.filter((one) => one !== id) : [...state.now.ticked, id] });
  const { ticked: on = '', unticked: off = '' } = wordsOf(state, id);
  return say(next, info('practice-form.means', { words: isOn ? off : on }));
}

const faultKeys = {
  empty: 'practice-form.empty',
  other: 'practice-form.other',
  real: 'practice-form.real',
  swapped: 'practice-form.swapped',
  choice: 'practice-form.otherChoice'
} as const satisfies Record<Fault, SayingKey>;

/** What is not right about a field, and what to do. */
export function faultWords(state: FormState, id: string, fault: Fault): Saying {
  const { label, given = '', swapped = '' } = wordsOf(state, id);
  return again(faultKeys[fault], { label: inSentence(label), given, swapped });
}

/** What is not right about a field when somebody wants to go on. A box is never in the way: that is its trap. */
function faultAt(state: FormState, field: Field, text: string | undefined): Fault | undefined {
  if (field.kind === 'tick') return undefined;
  if (field.kind === 'choice')
    return isRight(state, field) ? undefined : state.now.chosen[field.id] === undefined ? 'empty' : 'choice';
  // A field that nobody touched holds what it held; one that was emptied is empty.
  if (text === undefined) return isRight(state, field) ? undefined : 'empty';
  if (text.trim() === '' && field.kind === 'text' && !field.required) return undefined;
  return faultOf(text, field, wordsOf(state, field.id), state.params.texts.card);
}

/** Goes on when all fields of the page are right; what was right stays, whatever else is not. */
function wentOn(state: FormState, texts: Readonly<Record<string, string>>): FormState {
  const page = pageOf(state);
  if (!page) return state;
  const faults: Record<string, Fault> = {};
  let { filled } = state.now;
  for (const field of page.fields) {
    const text = texts[field.id];
    const fault = faultAt(state, field, text);
    if (fault !== undefined) {
      faults[field.id] = fault;
      filled = filled.filter((one) => one !== field.id);
    } else if (text !== undefined && text.trim() !== '') filled = withIt(filled, field.id);
  }
  const [first] = Object.entries(faults);
  if (first) {
    const next = did(state, { filled, faults });
    return miss(next, state.params.help, faultWords(next, ...first));
  }
  const { place, far } = state.now;
  const review = reviewAt(state);
  const to = far >= review ? review : place + 1;
  const next = did(state, { filled, faults: {}, place: to, far: Math.max(far, to) });
  return forward(next, state.params.help, good(to === review ? 'practice-form.toReview' : 'practice-form.toNext'));
}

function wentBack(state: FormState, texts: Readonly<Record<string, string>>): FormState {
  const { place } = state.now;
  if (place === 0 || place > reviewAt(state)) return state;
  let { filled } = state.now;
  for (const field of pageOf(state)?.fields ?? []) {
    const text = texts[field.id] ?? '';
    if (text.trim() !== '' && faultAt(state, field, text) === undefined) filled = withIt(filled, field.id);
  }
  return say(did(state, { place: place - 1, filled, faults: {} }), info('practice-form.kept'));
}

function changing(state: FormState, field: string): FormState {
  const place = placeOf(state, field);
  if (place < 0 || state.now.place !== reviewAt(state)) return state;
  return say(
    did(state, { place, faults: {} }),
    info('practice-form.changing', { label: inSentence(wordsOf(state, field).label) })
  );
}

/** Sends what is right. Otherwise the first thing that is not is named in plain words, and can be changed. */
function sent(state: FormState): FormState {
  const review = reviewAt(state);
  if (state.now.place !== review) return state;
  const left = fieldsOf(state.params).find((one) => !isRight(state, one));
  const { help } = state.params;
  if (!left) {
    const next = did(state, { place: review + 1, far: review + 1 });
    return forward(next, help, good('practice-form.sent'));
  }
  const { label, ticked: on = '', unticked: off = '' } = wordsOf(state, left.id);
  if (left.kind !== 'tick') return miss(state, help, again('practice-form.leftField', { label: inSentence(label) }));
  return miss(state, help, again('practice-form.leftBox', { label, words: left.want ? off : on }));
}

function saved(state: FormState): FormState {
  if (state.now.place <= reviewAt(state) || state.now.saved) return state;
  return forward(did(state, { saved: true }), state.params.help, good('practice-form.saved'));
}

/** An online form: pages with fields, boxes that are ticked beforehand, a check before sending, a confirmation. */
export const form: Rules<FormParams, FormState, FormAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  control,
  judge: (state) => {
    const { texts, pages } = state.params;
    const goals = pages.length + 2;
    const next = guide(state);
    const reached = state.now.saved ? goals : state.now.far;
    return {
      done: reached === goals,
      helped: state.helped,
      hints: next ? [next.saying] : [],
      ask: texts.asks[Math.min(state.now.place, goals - 1)] ?? '',
      reached,
      goals
    };
  },
  solve: (params) => follow(start(params), guide, reduce)
};

/** The controls that solve a scene, in order. */
export const controls = (params: FormParams): Control[] => controlsOf(form, params);
