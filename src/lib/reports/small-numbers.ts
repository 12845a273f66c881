import type { YearReport } from './report';

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
export function handedOn({ venues, all }: YearReport): YearReport<number | undefined> {
  const [visits, persons] = [toldOf({ venues, all }, 'participations'), toldOf({ venues, all }, 'persons')];
  return {
    venues: venues.map((venue, place) => ({
      ...venue,
      participations: visits.venues[place],
      persons: persons.venues[place],
      groups: venue.groups.map((group, of) => ({
        ...group,
        participations: visits.groups[place]?.[of],
        persons: persons.groups[place]?.[of]
      }))
    })),
    all: { ...all, participations: visits.total, persons: persons.total }
  };
}

function toldOf({ venues, all }: YearReport, column: 'participations' | 'persons') {
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
