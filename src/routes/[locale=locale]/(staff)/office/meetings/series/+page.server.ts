import { error, fail } from '@sveltejs/kit';
import { readForm, refusal, valuesIn } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups } from '$lib/club/groups.server';
import { datesForm, seriesForm } from '$lib/club/meeting-forms';
import { addSeries, findSeries, proposeSeries, withdrawSeries } from '$lib/club/series.server';
import { dayOf, daysFrom } from '$lib/club/zone';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function openGroups(locals: App.Locals) {
  const groups = await listGroups(getStore(), venuesOf(locals));
  return groups.filter(({ closed }) => !closed).map(({ id, name }) => ({ id, name }));
}

export const load: PageServerLoad = async ({ locals, url }) => ({
  groups: await openGroups(locals),
  group: url.searchParams.get('group') ?? '',
  nextWeek: daysFrom(dayOf(world.now()), 7)
});

/** What was asked for, and the dates that come of it: the page shows both, and nothing is planned yet. */
async function proposed(locals: App.Locals, data: FormData) {
  const groups = await openGroups(locals);
  const read = readForm(seriesForm(groups.map(({ id }) => id)), data, { form: 'series' });
  if (!read.ok) return read;
  const proposal = await proposeSeries(getStore(), read.value);
  return { ok: true, value: { asked: read.value, groups, proposal, values: valuesIn(data, ['dates']) } } as const;
}

export const actions: Actions = {
  propose: async ({ locals, request }) => {
    const read = await proposed(locals, await request.formData());
    if (!read.ok) return fail(400, read.error);
    const { values, proposal } = read.value;
    return { form: 'series', values, proposal };
  },
  plan: async ({ locals, request }) => {
    const data = await request.formData();
    const read = await proposed(locals, data);
    if (!read.ok) return fail(400, read.error);
    const { asked, groups, proposal, values } = read.value;
    const offered = proposal.dates.filter(({ taken }) => !taken).map(({ date }) => date);
    const dates = readForm(datesForm(offered), data, { form: 'series', lists: ['dates'] });
    if (!dates.ok) return fail(400, { ...refusal({ form: 'series', values, errors: dates.error.errors }), proposal });
    const id = await addSeries(deskOf(locals), { ...asked, dates: dates.value.dates });
    const { name } = meant(groups, asked.group);
    return {
      done: { what: 'series-added', name, undo: { action: '?/withdraw', fields: { id } } } satisfies Done
    };
  },
  withdraw: async ({ locals, request }) => {
    const asked = { id: idIn(await request.formData()), at: venuesOf(locals) };
    const { id, groupName: name } = (await findSeries(getStore(), asked)) ?? error(404);
    await withdrawSeries(deskOf(locals), id);
    return { done: { what: 'series-withdrawn', name } satisfies Done };
  }
};
