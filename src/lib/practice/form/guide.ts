import type { Control, Guide, Line, Saying, SayingKey } from '../contract.ts';
import { undoLine } from '../undo.ts';
import { fieldsOf, type Field } from './fields.ts';
import {
  inSentence,
  isRight,
  pageOf,
  placeOf,
  reviewAt,
  valueOf,
  wordsOf,
  type FormAction,
  type FormState
} from './state.ts';

type Move = Guide<FormAction>;
type FormLine = Line<FormAction>;

const move = (action: FormAction, key: SayingKey, values: Record<string, string> = {}): Move => ({
  action,
  saying: { key, values, tone: 'info' }
});

/** The next right move: field by field, then on; from the check before sending back to what is not right. */
export function guide(state: FormState): Move | undefined {
  const { now } = state;
  const page = pageOf(state);
  const wrong = page ? page.fields.find((one) => !isRight(state, one)) : undefined;
  if (wrong) return fieldMove(state, wrong);
  if (page) return move({ type: 'next', written: {} }, 'practice-form.guideNext');
  if (now.place > reviewAt(state)) return now.saved ? undefined : move({ type: 'save' }, 'practice-form.guideSave');
  const left = fieldsOf(state.params).find((one) => !isRight(state, one));
  if (left)
    return move({ type: 'change', field: left.id }, 'practice-form.guideChange', {
      label: wordsOf(state, left.id).label
    });
  return move({ type: 'send' }, 'practice-form.guideSend');
}

function fieldMove(state: FormState, field: Field): Move {
  const { id } = field;
  const { label, given = '', options } = wordsOf(state, id);
  switch (field.kind) {
    case 'text':
    case 'date':
      return move({ type: 'fill', field: id }, 'practice-form.guideFill', { label: inSentence(label), given });
    case 'choice':
      return move({ type: 'choose', field: id, option: field.right }, 'practice-form.guideChoose', {
        label: inSentence(label),
        option: options[field.right] ?? field.right
      });
    case 'tick':
      return move({ type: 'tick', field: id }, field.want ? 'practice-form.guideTick' : 'practice-form.guideUntick', {
        label
      });
  }
}

const key = (type: 'send' | 'save' | 'undo', words: SayingKey): FormLine => ({
  id: type,
  words: { key: words, tone: 'info' },
  action: { type }
});

/** The pretend form in words: the open page, the check before sending, or the confirmation. */
export function lines(state: FormState): FormLine[] {
  const { now, params } = state;
  const back: FormLine = {
    id: 'back',
    words: { key: 'practice.back', tone: 'info' },
    action: { type: 'back', written: {} }
  };
  const toBack = now.place > 0 ? [back] : [];
  const page = pageOf(state);
  if (page) {
    const next: FormLine = {
      id: 'next',
      words: { key: 'practice-form.next', tone: 'info' },
      action: { type: 'next', written: {} }
    };
    const title: FormLine = { id: 'title', words: params.texts.pages[page.id] ?? page.id };
    return [title, ...page.fields.flatMap((one) => fieldLines(state, one)), next, ...toBack, undoLine];
  }
  if (now.place === reviewAt(state))
    return [
      ...fieldsOf(params).map((one) => reviewLine(state, one)),
      key('send', 'practice-form.send'),
      ...toBack,
      undoLine
    ];
  const save = now.saved ? [] : [key('save', 'practice-form.save')];
  return [{ id: 'confirmation', words: params.texts.confirmation }, ...save, undoLine];
}

function fieldLines(state: FormState, field: Field): FormLine[] {
  const { id } = field;
  const { label, given, options } = wordsOf(state, id);
  const value = valueOf(state, field);
  const base = { id: `field-${id}`, words: label, ...(value !== undefined && { value }) };
  switch (field.kind) {
    case 'text':
    case 'date': {
      const write = {
        label: { key: 'practice-form.label' as const, values: { label }, tone: 'info' as const },
        action: (text: string): FormAction => ({ type: 'write', field: id, text })
      };
      const fill: FormLine = {
        id: `fill-${id}`,
        words: { key: 'practice-form.fill', values: { given: given ?? '' }, tone: 'info' },
        action: { type: 'fill', field: id }
      };
      const line: FormLine = { id: base.id, words: heldWords(value), write };
      return given === undefined ? [line] : [line, fill];
    }
    case 'choice':
      return [
        base,
        ...field.options.map((option): FormLine => ({
          id: `${id}-${option}`,
          words: options[option] ?? option,
          action: { type: 'choose', field: id, option }
        }))
      ];
    case 'tick':
      return [{ ...base, id: `tick-${id}`, value: tickWords(state, id), action: { type: 'tick', field: id } }];
  }
}

/** What a field to write holds: its label stands at the field itself. */
const heldWords = (value: string | undefined): Saying =>
  value === undefined
    ? { key: 'practice-form.stillEmpty', tone: 'info' }
    : { key: 'practice-form.holds', values: { value }, tone: 'info' };

/** Whether a box is ticked, in words. */
export const tickWords = ({ now }: FormState, id: string): { key: SayingKey; tone: 'info' } => ({
  key: now.ticked.includes(id) ? 'practice-form.ticked' : 'practice-form.unticked',
  tone: 'info'
});

function reviewLine(state: FormState, field: Field): FormLine {
  const { label } = wordsOf(state, field.id);
  const value = valueOf(state, field) ?? '–';
  return {
    id: `change-${field.id}`,
    words: {
      key: field.kind === 'tick' ? 'practice-form.changeBox' : 'practice-form.changeLine',
      values: { label, value },
      tone: 'info'
    },
    action: { type: 'change', field: field.id }
  };
}

/** Whether a field stands on the open page. */
export const isOpen = (state: FormState, field: string): boolean => placeOf(state, field) === state.now.place;

/** The control of an action, the same on the screen and in the list. */
export function control(action: FormAction): Control {
  switch (action.type) {
    case 'fill':
    case 'tick':
    case 'change':
      return { id: `${action.type}-${action.field}` };
    case 'choose':
      return { id: `${action.field}-${action.option}` };
    case 'write':
      return { id: 'next', write: { into: action.field, text: action.text } };
    default:
      return { id: action.type };
  }
}
