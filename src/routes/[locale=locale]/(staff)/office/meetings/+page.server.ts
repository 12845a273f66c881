import { fail } from '@sveltejs/kit';
import { readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listOpenGroups } from '$lib/club/groups.server';
import { meetingForm } from '$lib/club/meeting-forms';
import { addMeeting, pageOfMeetings } from '$lib/club/meetings.server';
import { pageIn } from '$lib/club/pages';
import { dayOf, isPlainDate } from '$lib/club/zone';
import { formatDate } from '$lib/i18n/format';
import { localeOr } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const openGroups = (locals: App.Locals) => listOpenGroups(getStore(), venuesOf(locals));

/** What of the list is asked for; what an address says otherwise counts as not said. */
function wantedIn(url: URL, today: string) {
  const from = url.searchParams.get('from') ?? '';
  return {
    from: isPlainDate(from) ? from : today,
    group: url.searchParams.get('group') ?? '',
    page: pageIn(url)
  };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const today = dayOf(world.now());
  const wanted = wantedIn(url, today);
  return {
    ...(await pageOfMeetings(getStore(), { ...wanted, at: venuesOf(locals) })),
    groups: (await openGroups(locals)).map(({ id, name }) => ({ id, name })),
    today,
    wanted
  };
};

export const actions: Actions = {
  add: async ({ locals, params, request }) => {
    const groups = await openGroups(locals);
    const data = await request.formData();
    const read = readForm(meetingForm(groups.map(({ id }) => id)), data, { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    const added = await addMeeting(deskOf(locals), read.value);
    if (!added.ok) return fail(409, refusal({ form: 'add', values: read.value, errors: { date: added.error } }));
    const { group, date } = read.value;
    const locale = localeOr(params.locale);
    const name = `${meant(groups, group).name}, ${formatDate(locale, date)}`;
    return { done: { what: 'meeting-added', name } satisfies Done };
  }
};
