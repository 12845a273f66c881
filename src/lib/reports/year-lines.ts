import type { Lines } from '$lib/club/table-kind';
import type { Line, YearReport } from './report';

/** The columns of a year, in order. */
export const yearColumns = [
  'meetings',
  'cancelled',
  'units',
  'participations',
  'persons',
  'newPersons',
  'guests',
  'heads',
  'lessons',
  'open'
] as const;
export type YearColumn = (typeof yearColumns)[number];

/** Words of the file, in the reader's language. */
export interface YearWords {
  readonly venue: string;
  readonly group: string;
  readonly all: string;
  /** in place of a number that is too small to be handed on */
  readonly hidden: string;
  head(column: YearColumn): string;
}

/** A year as lines of cells: the line of a venue, those of its groups, and all together at the end. */
export function yearLines({ venues, all }: YearReport<number | undefined>, words: YearWords): Lines {
  const cells = (line: Omit<Line<number | undefined>, 'id' | 'name'>) =>
    yearColumns.map((column) => line[column] ?? words.hidden);
  return [
    [words.venue, words.group, ...yearColumns.map((column) => words.head(column))],
    ...venues.flatMap((venue) => [
      [venue.name, '', ...cells(venue)],
      ...venue.groups.map((group) => [venue.name, group.name, ...cells(group)])
    ]),
    [words.all, '', ...cells(all)]
  ];
}
