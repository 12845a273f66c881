import { isPlainDate } from '$lib/club/zone';
import { askedProfiles, type AskedProfile } from './figures';

/** What a report is asked for in the address; what an address says otherwise counts as not said. */
export interface Asked {
  readonly year: number;
  /** plain dates, both included: the year, or a course's own time */
  readonly from: string;
  readonly to: string;
  readonly profile: AskedProfile;
  /** without numbers that could point at single people */
  readonly isPublic: boolean;
}

export function askedIn({ searchParams }: Pick<URL, 'searchParams'>, thisYear: number): Asked {
  const wanted = Number(searchParams.get('year') ?? thisYear);
  const year = Number.isInteger(wanted) && wanted >= 2000 && wanted <= thisYear ? wanted : thisYear;
  const [from = '', to = ''] = ['from', 'to'].map((name) => searchParams.get(name) ?? '');
  const isTime = isPlainDate(from) && isPlainDate(to) && from <= to;
  return {
    year,
    ...(isTime ? { from, to } : { from: `${year}-01-01`, to: `${year}-12-31` }),
    profile: askedProfiles.find((profile) => profile === searchParams.get('units')) ?? 'of-the-day',
    isPublic: searchParams.get('small') === 'hidden'
  };
}

/** The same, as an address says it. */
export const askedAs = ({ year, from, to, profile }: Asked): string =>
  `year=${year}&from=${from}&to=${to}&units=${profile}`;
