import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { Throttle } from '$lib/access/throttle.server';
import { world } from '$lib/base/world';
import { lessonReportSchema } from '$lib/learning/lesson-reports/report';
import { keepUnclear } from '$lib/learning/lesson-reports/unclear.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const throttle = new Throttle({ points: 60, duration: 3600 });

/** Takes the word that a step is not understood, and writes down which practice broke. Sent twice, the former counts once. */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  if (!(await throttle.begin(getClientAddress())).ok) error(429, { message: 'Too many requests', code: 'rate' });
  const report = v.safeParse(lessonReportSchema, await request.json().catch(() => undefined));
  if (!report.success) error(422, { message: 'Invalid', code: 'invalid' });
  const told = report.output;
  if (told.what === 'unclear') await keepUnclear({ store: getStore(), world }, told);
  else console.error(`A practice broke: ${told.kind}/${told.scene} (${told.locale}): ${told.error}`);
  return new Response(null, { status: 204 });
};
