const dayMs = 86_400_000;

/** The day of an instant in the device's own zone, counted from 1970: a day ends when people go to bed. */
export const localDay = (ms: number): number => Math.floor((ms - new Date(ms).getTimezoneOffset() * 60_000) / dayMs);

/** A counted day as a plain date, `YYYY-MM-DD`. */
export const plainDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
