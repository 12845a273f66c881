import * as v from 'valibot';
import { err, ok, type Result } from './result';

/** Why an answer in a form is not taken yet. Each has a text in every language (`office.problem.*`). */
export const problems = [
  'required',
  'too-long',
  'choose',
  'date',
  'date-past',
  'date-old',
  'date-future',
  'months',
  'time',
  'end-before-start',
  'same-day',
  'number',
  'phone',
  'series-end',
  'no-date',
  'capacity',
  'taken',
  'username',
  'password-short',
  'password-differs',
  'password-wrong',
  'password-same',
  'logo-kind',
  'logo-size',
  'last-office',
  'own-tablet',
  'loan-end',
  'not-all',
  'gone'
] as const;

export type Problem = (typeof problems)[number];
export type Errors = Readonly<Partial<Record<string, Problem>>>;
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What a form action answers when it cannot go on: which form, what was written, and what is amiss where. */
export interface Refusal {
  readonly form: string;
  /** which of several alike forms on the page */
  readonly id?: string | undefined;
  readonly values: Values;
  readonly errors: Errors;
}

interface FormKind {
  /** the form's name on its page */
  readonly form: string;
  /** names whose boxes can be ticked several at once */
  readonly lists?: readonly string[];
}

const isProblem = (text: string): text is Problem => problems.some((problem) => problem === text);

/**
 * Reads a form by a schema whose messages are problems. What was written comes back with the refusal, so that nobody
 * writes twice; passwords do not.
 */
export function readForm<Output>(
  schema: v.GenericSchema<unknown, Output>,
  data: FormData,
  { form, lists = [] }: FormKind
): Result<Output, Refusal> {
  const written = valuesIn(data, lists);
  const parsed = v.safeParse(schema, written);
  if (parsed.success) return ok(parsed.output);
  const errors: Partial<Record<string, Problem>> = {};
  for (const issue of parsed.issues) {
    const field = String(issue.path?.[0]?.key ?? 'form');
    errors[field] ??= isProblem(issue.message) ? issue.message : 'required';
  }
  return err(refusal({ form, values: written, errors }));
}

/** A refusal that keeps what was written, but no passwords. */
export function refusal({ form, values, errors }: { form: string; values: Values; errors: Errors }): Refusal {
  const { id } = values;
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
  return { form, values: kept, errors, ...(typeof id === 'string' ? { id } : {}) };
}

/** What was written, by field; of the named ones, all that was ticked. */
export function valuesIn(data: FormData, lists: readonly string[]): Record<string, string | string[]> {
  const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  const names = [...new Set([...data.keys(), ...lists])];
  return Object.fromEntries(names.map((name) => [name, lists.includes(name) ? texts(name) : (texts(name)[0] ?? '')]));
}

/** A line of text that must be there. */
export function neededLine(longest: number) {
  return v.pipe(v.string('required'), v.trim(), v.minLength(1, 'required'), v.maxLength(longest, 'too-long'));
}

/** A text that may be missing. */
export function freeText(longest: number) {
  return v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest, 'too-long')), '');
}

/** One of the things that the page offered. */
export function chosenOf(offered: readonly string[]) {
  return v.pipe(
    v.string('choose'),
    v.check((id) => offered.includes(id), 'choose')
  );
}
