import * as v from 'valibot';
import { idSchema } from '$lib/base/id-schema';
import { systems } from '$lib/content/guide';

/** "Stimmt nicht mehr": that the steps of a guide do not hold on a system any more. Nothing says who found it out. */
export const guideReportSchema = v.object({
  /** a UUIDv7 made where it is said; it alone takes the word back */
  id: idSchema,
  /** a permanent id of `content/guides` */
  guide: v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)),
  system: v.picklist(systems),
  /** whether it is taken back; whichever of the two comes first, taken back is taken back */
  withdrawn: v.boolean()
});
export type GuideReport = v.InferOutput<typeof guideReportSchema>;
