import { fail } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, needAllVenues, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { dayOf } from '$lib/club/zone';
import { askedIn } from '$lib/reports/asked';
import { settledRules, settleRules } from '$lib/reports/report-rules.server';
import { rulesForm } from '$lib/reports/rules-form';
import { handedOn } from '$lib/reports/small-numbers';
import { yearReport, yearsIn } from '$lib/reports/year.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const at = world.now();
  const thisYear = Number(dayOf(at).slice(0, 4));
  const asked = askedIn(url, thisYear);
  const store = getStore();
  const report = yearReport(store, { ...asked, at: venuesOf(locals) });
  return {
    asked,
    /** UTC milliseconds at which it was counted */
    at,
    years: yearsIn(store, thisYear),
    report: asked.isPublic ? handedOn(report) : report,
    settled: settledRules(store)
  };
};

export const actions: Actions = {
  settle: async ({ locals, request }) => {
    needAllVenues(locals);
    const read = readForm(rulesForm, await request.formData(), { form: 'settle' });
    if (!read.ok) return fail(400, read.error);
    settleRules(deskOf(locals), read.value);
    return { done: { what: 'saved', name: '' } satisfies Done };
  }
};
