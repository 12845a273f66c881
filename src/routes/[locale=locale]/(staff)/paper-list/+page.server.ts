import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf } from '$lib/club/desk.server';
import { pastMeetingForm } from '$lib/club/meeting-forms';
import { findMeetingOn, addMeeting } from '$lib/club/meetings.server';
import { groupsRunBy } from '$lib/club/reach.server';
import { dayOf, daysFrom } from '$lib/club/zone';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

/** The groups whose lists the signed-in person may write: their own; the office, those of all its venues. */
const groupsOf = ({ actor }: App.Locals) => groupsRunBy(getStore(), { actor, now: world.now() });

export const load: PageServerLoad = async ({ locals }) => ({
  groups: await groupsOf(locals),
  yesterday: daysFrom(dayOf(world.now()), -1)
});

export const actions: Actions = {
  /** A list of the day that is there already is opened as it is. */
  default: async ({ locals, params, request }) => {
    const groups = (await groupsOf(locals)).map(({ id }) => id);
    const schema = pastMeetingForm({ groups, today: dayOf(world.now()) });
    const read = readForm(schema, await request.formData(), { form: 'paper' });
    if (!read.ok) return fail(400, read.error);
    const { group, date } = read.value;
    const added = await addMeeting(deskOf(locals), read.value);
    const meeting = added.ok ? added.value : await findMeetingOn(getStore(), { group, date });
    redirect(303, `/${params.locale}/club/meetings/${meeting}`);
  }
};
