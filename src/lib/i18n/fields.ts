import type { TFunction } from 'i18next';
import type { Problem, Refusal } from '$lib/base/form';

/** What a form action answered, as far as its fields need it. */
export type Answer = Partial<Omit<Refusal, 'id'>> & { readonly id?: string | undefined };

interface FieldState {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

interface FieldsQuestion {
  form: string;
  id?: string;
  start?: Readonly<Record<string, string>>;
  /** What was not understood, in words; else those of the office. */
  say?: (problem: Problem) => string;
}

/**
 * The fields of one form on a page: what to show in each, and what was not understood, in words.
 * @param form the form's name; another form's answer does not concern it
 * @param start what stands in the fields before anybody has written
 */
export function fieldsOf(
  t: TFunction,
  answer: Answer | null | undefined,
  { form, id, start = {}, say = (problem) => t(`office.problem.${problem}`) }: FieldsQuestion
) {
  const mine = answer?.form === form && (id === undefined || answer.id === id) ? answer : undefined;
  return {
    refused: mine?.errors !== undefined,
    field(name: string): FieldState {
      const problem = mine?.errors?.[name];
      const written = mine?.values?.[name];
      return {
        name,
        value: typeof written === 'string' ? written : (start[name] ?? ''),
        error: problem && say(problem)
      };
    },
    list(name: string, before: readonly string[] = []): readonly string[] {
      const written = mine?.values?.[name];
      return Array.isArray(written) ? written : before;
    }
  };
}
