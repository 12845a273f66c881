import { fail } from '@sveltejs/kit';
import { readForm, refusal, valuesIn } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, idIn, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups, listOpenGroups } from '$lib/club/groups.server';
import { fieldsOfGroup, nextGroupForm, passedIn, passedText, termForm } from '$lib/club/term-forms';
import { beginTerm, proposeTerm, withdrawTerm, type TermGroup } from '$lib/club/term.server';
import { dayOf, daysFrom } from '$lib/club/zone';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const openGroups = (locals: App.Locals) => listOpenGroups(getStore(), venuesOf(locals));

export const load: PageServerLoad = async ({ locals }) => {
  const nextWeek = daysFrom(dayOf(world.now()), 7);
  return {
    groups: (await openGroups(locals)).map(({ id, name, venueName }) => ({ id, name, venueName })),
    first: nextWeek,
    until: daysFrom(nextWeek, 16 * 7)
  };
};

/** What was asked for, and what would become of it: the page shows both, and nothing is written yet. */
async function proposed(locals: App.Locals, data: FormData) {
  const ids = (await openGroups(locals)).map(({ id }) => id);
  const read = readForm(termForm(ids), data, { form: 'term', lists: ['groups'] });
  if (!read.ok) return read;
  const { groups, ...term } = read.value;
  const asked = { ids: groups, term, today: dayOf(world.now()), at: venuesOf(locals) };
  return { ok: true, value: await proposeTerm(getStore(), asked) } as const;
}

/** Everything that was written, with the ticks of each group's lists. */
function writtenIn(data: FormData) {
  const lists = [...data.keys()].filter((name) => /^(groups$|members-|dates-)/.test(name));
  return valuesIn(data, [...new Set(['groups', ...lists])]);
}

export const actions: Actions = {
  propose: async ({ locals, request }) => {
    const data = await request.formData();
    const read = await proposed(locals, data);
    if (!read.ok) return fail(400, read.error);
    return { form: 'term', values: writtenIn(data), proposal: read.value };
  },
  begin: async ({ locals, request }) => {
    const data = await request.formData();
    const read = await proposed(locals, data);
    if (!read.ok) return fail(400, read.error);
    const proposal = read.value;
    const chosen: TermGroup[] = [];
    for (const next of proposal) {
      const { id } = next.group;
      const own = readForm(nextGroupForm(next), fieldsOfGroup(data, id), { form: 'term', lists: ['members', 'dates'] });
      if (!own.ok) {
        const errors = Object.fromEntries(
          Object.entries(own.error.errors).map(([name, why]) => [`${name}-${id}`, why])
        );
        return fail(400, { ...refusal({ form: 'term', values: writtenIn(data), errors }), proposal });
      }
      const { closes, ...text } = own.value;
      chosen.push({ group: next.group, rhythm: next.dates?.rhythm, ...text, closes: closes !== undefined });
    }
    const passed = await beginTerm(deskOf(locals), chosen);
    const undo = { action: '?/withdraw', fields: { passed: passedText(passed) } };
    return { done: { what: 'term-begun', name: chosen.map(({ name }) => name).join(', '), undo } satisfies Done };
  },
  withdraw: async ({ locals, request }) => {
    const own = (await listGroups(getStore(), venuesOf(locals))).map(({ id }) => id);
    const passed = passedIn(idIn(await request.formData(), 'passed'), own);
    const withdrawn = await withdrawTerm(deskOf(locals), passed);
    const what = withdrawn.ok ? 'term-withdrawn' : 'term-in-use';
    return { done: { what, name: '' } satisfies Done };
  }
};
