/** What decides figures about a meeting. It is stamped on the meeting, so that old figures never change. */
export interface FigureRules {
  /** plain times of the venue, `HH:MM`: from when to when it was held */
  readonly start: string;
  readonly end: string;
  /** minutes of one teaching unit */
  readonly unitMinutes: number;
}

/** A teaching unit of adult education in Germany (Lower Saxony: DVO-NEBG, § 4). */
export const unitMinutes = 45;

/** Minutes since midnight of a plain time, `HH:MM`. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How many minutes a meeting was held; one that ends after midnight, too. */
export function heldMinutes({ start, end }: Pick<FigureRules, 'start' | 'end'>): number {
  const minutes = minuteOfDay(end) - minuteOfDay(start);
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}
