import { getHolidays } from 'feiertagejs';

/** The federal states by their two letters (ISO 3166-2:DE), in the order of their German names. */
export const states = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH'
] as const;

export type State = (typeof states)[number];

function isState(text: string): text is State {
  return states.some((state) => state === text);
}

const known = new Map<string, ReadonlyMap<string, string>>();

/**
 * The public holiday of a day, by its German name, in a federal state; without one, a holiday of all states. Where
 * only some towns of a state have one (15 August in Bavaria), it counts: the office can keep a meeting all the same.
 * @param date `YYYY-MM-DD`
 * @param state two letters, or '' where nobody has said
 */
export function holidayOn(date: string, state: string): string | undefined {
  const [year = '', region] = [date.slice(0, 4), isState(state) ? state : ('BUND' as const)];
  const key = `${region}${year}`;
  const days =
    known.get(key) ??
    new Map(getHolidays(year, region).map((day) => [day.dateString, day.translate('de') ?? day.name]));
  known.set(key, days);
  return days.get(date);
}
