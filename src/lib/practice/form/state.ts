import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import { fieldsOf, type Field, type FieldWords, type FormParams, type Page } from './fields.ts';

export type FormAction =
  /** Takes what the card says, as a telephone offers it above its keys. */
  | { type: 'fill'; field: string }
  /** What was written is compared and forgotten: only what the card says ever becomes part of a state. */
  | { type: 'write'; field: string; text: string }
  | { type: 'choose'; field: string; option: string }
  | { type: 'tick'; field: string }
  /** On to the next page, with what stands in its fields. */
  | { type: 'next'; written: Readonly<Record<string, string>> }
  /** Back to the page before; what is right in the fields stays. */
  | { type: 'back'; written: Readonly<Record<string, string>> }
  | { type: 'change'; field: string }
  | { type: 'send' }
  | { type: 'save' }
  | { type: 'undo' };

/** What is not right about a field yet. */
export type Fault = 'empty' | 'other' | 'real' | 'swapped' | 'choice';

export interface FormNow {
  /** The page that shows; behind the last one come the check before sending and the confirmation. */
  place: number;
  /** How far somebody was already: the way back costs nothing. */
  far: number;
  /** The fields that hold what the card says. */
  filled: readonly string[];
  chosen: Readonly<Record<string, string>>;
  ticked: readonly string[];
  faults: Readonly<Record<string, Fault>>;
  saved: boolean;
}

export interface FormState extends Undoable<FormNow> {
  params: FormParams;
}

export const start = (params: FormParams): FormState => ({
  ...untold(params.help),
  params,
  ...undoable<FormNow>({
    place: 0,
    far: 0,
    filled: [],
    chosen: {},
    ticked: fieldsOf(params).flatMap((one) => (one.kind === 'tick' && one.on ? [one.id] : [])),
    faults: {},
    saved: false
  })
});

/** The place of the check before sending; the confirmation stands behind it. */
export const reviewAt = ({ params }: FormState): number => params.pages.length;

export const pageOf = ({ params, now }: FormState): Page | undefined => params.pages[now.place];

export const fieldAt = ({ params }: FormState, id: string): Field | undefined =>
  fieldsOf(params).find((one) => one.id === id);

/** The page that has a field on it. */
export const placeOf = ({ params }: FormState, id: string): number =>
  params.pages.findIndex(({ fields }) => fields.some((one) => one.id === id));

/** The words of a field; the schema holds that there are some. */
export const wordsOf = ({ params }: FormState, id: string): FieldWords =>
  params.texts.fields[id] ?? { label: id, options: {} };

/** A label within a sentence, before a colon or a full stop: a question leaves its mark there. */
export const inSentence = (label: string): string => label.replace(/\s*[?؟]$/, '');

/** Whether a field holds what it should. */
export function isRight({ now }: FormState, field: Field): boolean {
  switch (field.kind) {
    case 'text':
      return !field.required || now.filled.includes(field.id);
    case 'date':
      return now.filled.includes(field.id);
    case 'choice':
      return now.chosen[field.id] === field.right;
    case 'tick':
      return now.ticked.includes(field.id) === field.want;
  }
}

/** What a field holds, as the check before sending says it; undefined where it is empty. */
export function valueOf(state: FormState, field: Field): string | undefined {
  const words = wordsOf(state, field.id);
  switch (field.kind) {
    case 'text':
    case 'date':
      return state.now.filled.includes(field.id) ? words.given : undefined;
    case 'choice':
      return words.options[state.now.chosen[field.id] ?? ''];
    case 'tick':
      return state.now.ticked.includes(field.id) ? words.ticked : words.unticked;
  }
}
