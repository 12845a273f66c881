import * as v from 'valibot';
import type { Told } from '../contract.ts';
import { help, text, texts } from '../words.ts';
import { canWrite, layouts, type Page } from './layout.ts';
import { weaknessOf } from './strength.ts';

/** More than this can't be written: it is a sentence, not a letter. */
export const longest = 80;

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

/** An empty field, and the keyboard as it begins. */
export const blank = { text: '', shift: false, page: 'letters' } as const;

/** The sentence that is to be written now, or the password that help offers. */
export const wantedBy = ({ params, reached }: KeyboardState): string | undefined => params.texts.sentences[reached];
