import * as v from 'valibot';
import { idSchema } from '$lib/base/id-schema';
import { isLocale } from '$lib/i18n/locales';

export const longestReport = 4000;

/** What somebody could not use, as it is sent and kept. */
export const barrierReportSchema = v.object({
  /** a UUIDv7 made where it is written */
  id: idSchema,
  /** the page it is about: its address, or how the person calls it */
  page: v.pipe(v.string(), v.trim(), v.maxLength(500, 'too-long')),
  text: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(longestReport, 'too-long')),
  contact: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'too-long')), ''),
  locale: v.pipe(
    v.string(),
    v.check((text) => isLocale(text))
  )
});

export type BarrierReport = v.InferOutput<typeof barrierReportSchema>;
