import * as v from 'valibot';

/** What a rule can be about, in the order of the page. Each has texts in every language (`privacy.kind.*`). */
export const retentionKinds = ['people', 'guests', 'waiting', 'consents', 'trail', 'barriers'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export const isRetentionKind = (text: string): text is RetentionKind => retentionKinds.some((kind) => kind === text);

/** Months that the page proposes (LAW.md, 2): nothing holds until the office has said so. */
export const proposedMonths: Readonly<Record<RetentionKind, number>> = {
  people: 24,
  guests: 6,
  waiting: 3,
  consents: 36,
  trail: 12,
  barriers: 12
};

export const mostMonths = 120;

/** Whole months, 1 to `mostMonths`, as people type them. */
export const monthsForm = v.object({
  months: v.pipe(
    v.string('months'),
    v.trim(),
    v.regex(/^\d{1,3}$/, 'months'),
    v.transform(Number),
    v.minValue(1, 'months'),
    v.maxValue(mostMonths, 'months')
  )
});

/**
 * The instant some months before another; in a shorter month its last day, so that nothing goes before its time.
 * @param now UTC milliseconds
 */
export function monthsBefore(now: number, months: number): number {
  const at = new Date(now);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.getTime();
}
