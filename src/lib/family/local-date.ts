import { stampMs } from '$lib/base/clock';

/** The plain date of an instant in the device's own zone, `YYYY-MM-DD`. @param ms UTC milliseconds */
export function plainDate(ms: number): string {
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The plain date of a stamp in the device's own zone, `YYYY-MM-DD`. */
export const localDate = (stamp: string): string => plainDate(stampMs(stamp));

/** A day some weeks after another. @param day `YYYY-MM-DD` */
export const weeksAfter = (day: string, weeks: number): string => daysAfter(day, weeks * 7);

/** How many days a day is after its week's Monday: 0 to 6. @param day `YYYY-MM-DD` */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of a day's week. @param day `YYYY-MM-DD` */
export const mondayOf = (day: string): string => daysAfter(day, -weekdayOf(day));

/** A day some days after another. @param day `YYYY-MM-DD` */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
