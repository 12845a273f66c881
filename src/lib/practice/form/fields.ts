import * as v from 'valibot';
import { help, id, labels, text, texts } from '../words.ts';

/** Something to write; what is right stands on the card. */
const textField = v.strictObject({ kind: v.literal('text'), id, required: v.optional(v.boolean(), true) });

/** A date, which people write in many ways. */
const dateField = v.strictObject({
  kind: v.literal('date'),
  id,
  date: v.pipe(v.string(), v.isoDate('Write the date as 1950-05-03, in quotes.'))
});

/** One of several. */
const choiceField = v.strictObject({
  kind: v.literal('choice'),
  id,
  options: v.pipe(v.array(id), v.minLength(2), v.maxLength(5)),
  right: id
});

/** A box to tick. One that is ticked beforehand, and should not be, is the trap. */
const tickField = v.strictObject({
  kind: v.literal('tick'),
  id,
  on: v.optional(v.boolean(), false),
  want: v.boolean()
});

const field = v.variant('kind', [textField, dateField, choiceField, tickField]);

const page = v.strictObject({ id, fields: v.pipe(v.array(field), v.minLength(1), v.maxLength(5)) });

const fieldWords = v.strictObject({
  label: text,
  help: v.optional(text),
  /** What the card says, for text and date; a field that may stay empty has none. */
  given: v.optional(text),
  /** How the date reads when day and month are the wrong way round. */
  swapped: v.optional(text),
  options: v.optional(labels, {}),
  /** For a box: what it means in plain words when it is ticked, and when it is not. */
  ticked: v.optional(text),
  unticked: v.optional(text)
});

export type Field = v.InferOutput<typeof field>;
export type Page = v.InferOutput<typeof page>;
export type FieldWords = v.InferOutput<typeof fieldWords>;

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;
const sameNames = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((name) => two.includes(name));

/** All fields of a form, in their order. */
export const fieldsOf = ({ pages }: { pages: readonly Page[] }): Field[] => pages.flatMap(({ fields }) => fields);

function fits(one: Field, words: FieldWords | undefined): boolean {
  if (!words) return false;
  switch (one.kind) {
    case 'text':
      return (words.given !== undefined) === one.required;
    case 'date':
      return words.given !== undefined && words.swapped !== undefined;
    case 'choice':
      return sameNames(one.options, Object.keys(words.options));
    case 'tick':
      return words.ticked !== undefined && words.unticked !== undefined;
  }
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    pages: v.pipe(v.array(page), v.minLength(1), v.maxLength(4)),
    texts: v.strictObject({
      ...texts,
      /** What is filled in: "Büchereiausweis". */
      name: text,
      /** A heading for each page. */
      pages: labels,
      fields: v.record(id, fieldWords),
      /** What comes back when it is sent, with a pretend number. */
      confirmation: text
    })
  }),
  v.forward(
    v.check(
      (params) => unique(params.pages.map((one) => one.id)) && unique(fieldsOf(params).map((one) => one.id)),
      'A name stands twice among the pages or fields.'
    ),
    ['pages']
  ),
  v.forward(
    v.check(
      (params) => fieldsOf(params).every((one) => one.kind !== 'choice' || one.options.includes(one.right)),
      'The right choice is none of its options.'
    ),
    ['pages']
  ),
  v.forward(
    v.check(
      ({ pages, texts: { pages: words } }) =>
        sameNames(
          pages.map((one) => one.id),
          Object.keys(words)
        ),
      'Each page of scene.yaml has its heading here, and no other.'
    ),
    ['texts', 'pages']
  ),
  v.forward(
    v.check(
      (params) =>
        sameNames(
          fieldsOf(params).map((one) => one.id),
          Object.keys(params.texts.fields)
        ) && fieldsOf(params).every((one) => fits(one, params.texts.fields[one.id])),
      'Each field has its words: "given" for what is to be written, "swapped" for a date, a word for each option, "ticked" and "unticked" for a box.'
    ),
    ['texts', 'fields']
  ),
  v.forward(
    v.check(({ texts: { card } }) => card.length > 0, 'Write the card with the data to use.'),
    ['texts', 'card']
  ),
  v.forward(
    v.check(
      ({ pages, texts: { asks } }) => asks.length === pages.length + 2,
      'Write one sentence for each page, one for the check before sending, and one for the confirmation.'
    ),
    ['texts', 'asks']
  )
);

export type FormParams = v.InferOutput<typeof paramsSchema>;
