import type { Lesson } from './lesson';
import { picturesIn } from './picture';

/**
 * The coloured pictures that a lesson shows, each once, sorted: those of its pretend-screens, of its words and of what is
 * to be matched, and every name in its practices' params that is a picture's. A scene may name one without showing it:
 * then a download holds a small file too many.
 */
export function picturesUsed({ steps }: Lesson, known: ReadonlySet<string>): string[] {
  const shown = steps
    .flatMap(({ picture, words }) => [picture, ...words.map((word) => word.picture)])
    .flatMap((picture) => (picture ? picturesIn(picture) : []));
  const matched = steps.flatMap(({ question }) =>
    question?.form?.kind === 'match' ? (question.form.signs ?? []) : []
  );
  const practised = steps.flatMap(({ practice }) => namesIn(practice?.params)).filter((name) => known.has(name));
  return [...new Set([...shown, ...matched, ...practised])].sort();
}

/** Every text and every key in a value of JSON's kind. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [key, ...namesIn(inner)]);
  return [];
}
