import { getHolidays } from 'feiertagejs';
import { stateCodes, type StateCode } from '$lib/base/federal-states';

function isState(text: string): text is StateCode {
  return stateCodes.some((state) => state === text);
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
