import { letterDoor } from '$lib/access/letter-door.server';
import { world } from '$lib/base/world';
import { guideReportSchema } from '$lib/guides/report';
import { keepGuideReport } from '$lib/guides/reports.server';
import { guideTitles } from '$lib/guides/titles.server';
import { sourceLocale } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';

/** Takes the word that steps do not hold any more, from whoever says it. */
export const POST = letterDoor(guideReportSchema, async (report) => {
  if (!guideTitles(sourceLocale).has(report.guide)) return 'unknown';
  return keepGuideReport({ store: getStore(), world }, report);
});
