import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { Throttle } from '$lib/access/throttle.server';
import { freeText, neededLine, readForm } from '$lib/base/form';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { longestReport } from '$lib/privacy/barrier-report';
import { keepBarrierReport } from '$lib/privacy/barriers.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const throttle = new Throttle({ points: 60, duration: 3600 });
const schema = v.object({ text: neededLine(longestReport), page: freeText(500), contact: freeText(200) });

/** The page that somebody comes from, if it is one of this house. */
export const load: PageServerLoad = ({ request, url }) => {
  const referer = request.headers.get('referer');
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : undefined;
  return { from: from?.origin === url.origin && from.pathname !== url.pathname ? from.pathname : '' };
};

export const actions: Actions = {
  default: async ({ getClientAddress, params, request }) => {
    const read = readForm(schema, await request.formData(), { form: 'report' });
    if (!read.ok) return fail(400, read.error);
    if (!(await throttle.begin(getClientAddress())).ok)
      return fail(429, { form: 'report', values: { ...read.value }, failed: true });
    const report = { id: newId<'report'>(world), locale: params.locale, ...read.value };
    await keepBarrierReport({ store: getStore(), world }, report);
    return { sent: true };
  }
};
