import * as v from 'valibot';
import { idSchema } from '$lib/base/id-schema';
import { locales } from '$lib/i18n/locales';

const contentId = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9][a-z0-9-]*$/u));
const shared = {
  /** a UUIDv7 made where it is said; it alone takes the word back */
  id: idSchema,
  locale: v.picklist(locales)
};

/** "Ich verstehe das nicht": that a step is too hard. Nothing says who found it so. */
export const unclearSchema = v.object({
  ...shared,
  what: v.literal('unclear'),
  course: contentId,
  lesson: contentId,
  step: contentId,
  /** whether it is taken back; whichever of the two comes first, taken back is taken back */
  withdrawn: v.boolean()
});

/** A practice that broke, for the log of the server. */
const brokenSchema = v.object({
  ...shared,
  what: v.literal('broken'),
  kind: contentId,
  scene: contentId,
  /** what `whatBroke` says of it */
  error: v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z]+(?: at [\w.-]+:\d+:\d+)?$/u))
});

/** What a lesson tells those who look after it. */
export const lessonReportSchema = v.variant('what', [unclearSchema, brokenSchema]);
export type UnclearStep = v.InferOutput<typeof unclearSchema>;

/**
 * What a fault is, and where in the code: `TypeError at Screen-4f2a.js:1:2034`. Never its message, in which a browser may repeat
 * what somebody has typed.
 */
export function whatBroke(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const name = /^[A-Za-z]{1,30}$/u.test(error.name) ? error.name : 'Error';
  const frames = (error.stack ?? '').replace(error.message, '');
  const place = /\/([\w.-]{1,50}:\d{1,6}:\d{1,6})\)?$/mu.exec(frames)?.[1];
  return place === undefined ? name : `${name} at ${place}`;
}
