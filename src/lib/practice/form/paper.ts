import type { PaperTask } from '../../content/lesson.ts';
import { fieldsOf, type Field, type FieldWords, type FormParams } from './fields.ts';

/** Room for a hand to write. */
const gap = '____________________';

/** The form on paper: each page with its fields, the check before sending, the confirmation; on the other page what is right. */
export function paper({ pages, texts }: FormParams): PaperTask[] {
  const words = ({ id }: Field): FieldWords => texts.fields[id] ?? { label: id, options: {} };
  const [review = '', keep = ''] = texts.asks.slice(pages.length);
  const answers = (fields: readonly Field[]): string[] =>
    fields.flatMap((field) => answerOf(field, words(field)) ?? []);
  const all = fieldsOf({ pages });
  return [
    ...pages.map(({ id, fields }, index) => ({
      ask: texts.asks[index] ?? '',
      shown: [...(index === 0 ? texts.card : []), texts.pages[id] ?? id],
      boxes: fields.flatMap((field) => linesOf(field, words(field))),
      solution: answers(fields)
    })),
    {
      ask: review,
      shown: [],
      boxes: all.flatMap((field) =>
        field.kind === 'tick' ? [words(field).ticked ?? '', words(field).unticked ?? ''] : []
      ),
      solution: answers(all)
    },
    { ask: keep, shown: [texts.confirmation], boxes: [], solution: [texts.confirmation] }
  ];
}

function linesOf(field: Field, { label, options }: FieldWords): string[] {
  switch (field.kind) {
    case 'text':
    case 'date':
      return [`${label}: ${gap}`];
    case 'choice':
      return field.options.map((option) => `${label} ${options[option] ?? option}`);
    case 'tick':
      return [label];
  }
}

function answerOf(field: Field, { label, given, options, ticked, unticked }: FieldWords): string | undefined {
  switch (field.kind) {
    case 'text':
    case 'date':
      return given === undefined ? undefined : `${label}: ${given}`;
    case 'choice':
      return `${label} ${options[field.right] ?? field.right}`;
    case 'tick':
      return field.want ? ticked : unticked;
  }
}
