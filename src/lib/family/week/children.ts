import type { ChildName } from './entry';
import type { TimesRow } from './kept-times';
import type { Times } from './sums';

/** As many children may have a week of their own, besides the one of the agreement. */
export const mostFurther = 7;

/** A further child of the family. */
export interface FurtherChild {
  readonly child: string;
  readonly name: string;
}

/** The further children, in the order in which they came: ids grow with time. */
export const furtherOf = (row: Pick<TimesRow, 'children'> | undefined): FurtherChild[] =>
  Object.entries(row?.children ?? {})
    .flatMap(([child, { name }]) => (name === '' ? [] : [{ child, name }]))
    .sort((a, b) => (a.child < b.child ? -1 : 1));

/** The times of one child alone, named like those of a family with one. @param child none for the one of the agreement */
export function timesOf(row: Times | undefined, child: string | undefined): Times | undefined {
  if (row === undefined) return undefined;
  const ending = `|${child}`;
  const own = Object.entries(row.times).flatMap(([field, time]) => {
    if (child === undefined) return field.split('|').length === 4 ? [[field, time] as const] : [];
    return field.endsWith(ending) ? [[field.slice(0, -ending.length), time] as const] : [];
  });
  return { times: Object.fromEntries(own) };
}

/** What names a child again as before. @param row as it was before */
export const undoingName = (row: Pick<TimesRow, 'children'> | undefined, { child }: ChildName): ChildName => ({
  child,
  name: row?.children?.[child]?.name ?? ''
});
