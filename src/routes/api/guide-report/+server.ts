import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { Throttle } from '$lib/access/throttle.server';
import { world } from '$lib/base/world';
import { guideReportSchema } from '$lib/guides/report';
import { keepGuideReport } from '$lib/guides/reports.server';
import { guideTitles } from '$lib/guides/titles.server';
import { sourceLocale } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const throttle = new Throttle({ points: 60, duration: 3600 });

/** Takes the word that steps do not hold any more, from whoever says it. Sent twice, it counts once. */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  if (!(await throttle.begin(getClientAddress())).ok) error(429, { message: 'Too many requests', code: 'rate' });
  const report = v.safeParse(guideReportSchema, await request.json().catch(() => undefined));
  if (!report.success || !guideTitles(sourceLocale).has(report.output.guide))
    error(422, { message: 'Invalid', code: 'invalid' });
  await keepGuideReport({ store: getStore(), world }, report.output);
  return new Response(null, { status: 204 });
};
