import { fail } from '@sveltejs/kit';
import { readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups } from '$lib/club/groups.server';
import { addMeeting, listMeetings, setMeetingCancelled } from '$lib/club/meetings.server';
import { meetingForm } from '$lib/club/office-forms';
import { dayOf } from '$lib/club/zone';
import { formatDate } from '$lib/i18n/format';
import { isLocale, sourceLocale } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function openGroups(locals: App.Locals) {
  return (await listGroups(getStore(), venuesOf(locals))).filter(({ closed }) => !closed);
}

const meetingsFor = (locals: App.Locals) => listMeetings(getStore(), { now: world.now(), at: venuesOf(locals) });

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await meetingsFor(locals)),
  groups: await openGroups(locals),
  today: dayOf(world.now())
});

async function setCancelled(
  { locals, params, request }: Parameters<Actions[string]>[0],
  cancelled: boolean
): Promise<{ done: Done }> {
  const { coming, past } = await meetingsFor(locals);
  const { id, groupName, date } = meant([...coming, ...past], idIn(await request.formData()));
  await setMeetingCancelled(deskOf(locals), { id, cancelled });
  const name = titleOf(params['locale'], groupName, date);
  if (!cancelled) return { done: { what: 'meeting-restored', name } };
  return { done: { what: 'meeting-cancelled', name, undo: { action: '?/restore', fields: { id } } } };
}

function titleOf(locale: string | undefined, group: string, date: string): string {
  return `${group}, ${formatDate(isLocale(locale) ? locale : sourceLocale, date)}`;
}

export const actions: Actions = {
  add: async ({ locals, params, request }) => {
    const groups = await openGroups(locals);
    const data = await request.formData();
    const read = readForm(meetingForm(groups.map(({ id }) => id)), data, { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    const added = await addMeeting(deskOf(locals), read.value);
    if (!added.ok) return fail(409, refusal({ form: 'add', values: read.value, errors: { date: added.error } }));
    const { group, date } = read.value;
    return {
      done: { what: 'meeting-added', name: titleOf(params.locale, meant(groups, group).name, date) } satisfies Done
    };
  },
  cancel: (event) => setCancelled(event, true),
  restore: (event) => setCancelled(event, false)
};
