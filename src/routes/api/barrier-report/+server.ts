import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { Throttle } from '$lib/access/throttle.server';
import { world } from '$lib/base/world';
import { barrierReportSchema } from '$lib/privacy/barrier-report';
import { keepBarrierReport } from '$lib/privacy/barriers.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const throttle = new Throttle({ points: 60, duration: 3600 });

/** Takes a report that was written without a network. Sent twice, it is kept once. */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  if (!(await throttle.begin(getClientAddress())).ok) error(429, { message: 'Too many requests', code: 'rate' });
  const report = v.safeParse(barrierReportSchema, await request.json().catch(() => undefined));
  if (!report.success) error(422, { message: 'Invalid', code: 'invalid' });
  await keepBarrierReport({ store: getStore(), world }, report.output);
  return new Response(null, { status: 204 });
};
