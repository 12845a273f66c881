import type { Counted, PeopleColumn, YearReport } from './report';

/** A number that stands for fewer people than this could point at one of them. */
export const smallest = 5;

/** A column of figures about people, and what may be shown of it. `undefined`: too few to be told. */
export interface Protected {
  readonly parts: readonly (number | undefined)[];
  readonly total: number | undefined;
}

const isSmall = (value: number): boolean => value > 0 && value < smallest;

interface Around {
  /** their sum, or less where one person counts in several parts */
  readonly total?: number;
  /** what has to be hidden for other reasons */
  mustHide?(place: number): boolean;
}

/**
 * Hides what is small, and so much more that nothing hidden can be worked out by subtraction: with a total, never one
 * part alone; and hidden parts that together are small take the total with them or another part.
 * @param parts whole numbers, at least 0
 */
export function protect(
  parts: readonly number[],
  { total = parts.reduce((sum, part) => sum + part, 0), mustHide = () => false }: Around = {}
): Protected {
  const hidden = new Set(parts.keys().filter((place) => isSmall(parts[place] ?? 0) || mustHide(place)));
  const order = [...parts.keys()].sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  const sumOf = () => [...hidden].reduce((sum, place) => sum + (parts[place] ?? 0), 0);
  // What is shown beside a shown total gives away the sum of the rest.
  while (hidden.size > 0 && (hidden.size === 1 || isSmall(sumOf()))) {
    const next = order.find((place) => !hidden.has(place) && (parts[place] ?? 0) > 0);
    if (next === undefined) break;
    hidden.add(next);
  }
  const isTold = hidden.size !== 1 && !isSmall(total) && !(hidden.size > 0 && isSmall(sumOf()));
  return {
    parts: parts.map((part, place) => (hidden.has(place) ? undefined : part)),
    total: isTold ? total : undefined
  };
}

/** A year to hand on: its figures about people without small numbers, also between a venue and its groups. */
export function handedOn({ venues, all, together }: YearReport): YearReport<number | undefined> {
  const told = toldColumns((column) => toldOf({ venues, all }, column));
  return {
    venues: venues.map((venue, place) => ({
      ...venue,
      ...toldColumns((column) => told[column].venues[place]),
      groups: venue.groups.map((group, of) => ({
        ...group,
        ...toldColumns((column) => told[column].groups[place]?.[of])
      }))
    })),
    all: { ...all, ...toldColumns((column) => told[column].total) },
    together: {
      months: monthsTold(together.months, told.participations.total),
      ages: partsTold(together.ages),
      genders: partsTold(together.genders),
      competences: partsTold(together.competences)
    }
  };
}

function toldColumns<Told>(of: (column: PeopleColumn) => Told): Record<PeopleColumn, Told> {
  return {
    participations: of('participations'),
    persons: of('persons'),
    newPersons: of('newPersons'),
    guests: of('guests'),
    heads: of('heads'),
    lessons: of('lessons')
  };
}

/** The months add up to what all venues are told to have had; where that is hidden, they would give it away. */
function monthsTold(months: readonly Counted<string>[], total: number | undefined) {
  const isSafe = total !== undefined && protect(months.map(({ count }) => count)).total !== undefined;
  return isSafe ? partsTold(months) : months.map(({ of }) => ({ of, count: undefined }));
}

function partsTold<Of extends string>(counts: readonly Counted<Of>[]): Counted<Of, number | undefined>[] {
  const { parts } = protect(counts.map(({ count }) => count));
  return counts.map(({ of }, place) => ({ of, count: parts[place] }));
}

function toldOf({ venues, all }: Pick<YearReport, 'venues' | 'all'>, column: PeopleColumn) {
  const groups = venues.map((venue) =>
    protect(
      venue.groups.map((group) => group[column]),
      { total: venue[column] }
    )
  );
  const told = protect(
    venues.map((venue) => venue[column]),
    { total: all[column], mustHide: (place) => groups[place]?.total === undefined }
  );
  return {
    venues: told.parts,
    total: told.total,
    // The groups of a hidden venue would add up to it.
    groups: groups.map(({ parts }, place) => (told.parts[place] === undefined ? parts.map(() => undefined) : parts))
  };
}
