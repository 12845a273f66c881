import { unitProfiles, type UnitProfile } from './figures';

/** What a report is asked for in the address; what an address says otherwise counts as not said. */
export interface Asked {
  readonly year: number;
  readonly profile: UnitProfile;
  /** without numbers that could point at single people */
  readonly isPublic: boolean;
}

export function askedIn({ searchParams }: Pick<URL, 'searchParams'>, thisYear: number): Asked {
  const year = Number(searchParams.get('year') ?? thisYear);
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= thisYear ? year : thisYear,
    profile: unitProfiles.find((profile) => profile === searchParams.get('units')) ?? 'whole-course',
    isPublic: searchParams.get('small') === 'hidden'
  };
}
