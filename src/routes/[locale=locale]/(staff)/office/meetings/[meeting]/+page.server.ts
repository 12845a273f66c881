import { error, fail } from '@sveltejs/kit';
import { readForm, refusal } from '$lib/base/form';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { cancelForm, movedForm } from '$lib/club/meeting-forms';
import { findMeeting, moveMeeting, setMeetingsCancelled, setMeetingTimes } from '$lib/club/meetings.server';
import { appointSubstitute, possibleSubstitutes, releaseSubstitute, substitutesAt } from '$lib/club/substitutes.server';
import { findSeries, laterInSeries, meantToo } from '$lib/club/series.server';
import { formatDate } from '$lib/i18n/format';
import { localeOr } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

/** A meeting of the signed-in office's venues, and which later ones of its series a change can be meant for. */
async function meetingOf(locals: App.Locals, id: string) {
  const meeting = (await findMeeting(getStore(), { id, at: venuesOf(locals) })) ?? error(404);
  return { meeting, too: meantToo(await laterInSeries(getStore(), meeting), meeting) };
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { meeting, too } = await meetingOf(locals, params.meeting);
  const { series } = meeting;
  return {
    meeting,
    series: series === undefined ? undefined : await findSeries(getStore(), { id: series, at: venuesOf(locals) }),
    substitutes: await substitutesAt(getStore(), meeting),
    others: await possibleSubstitutes(getStore(), meeting),
    later: { cancel: too.toCancel.length, restore: too.toRestore.length, move: too.toMove.length }
  };
};

function titleOf(locale: string, { groupName, date }: { groupName: string; date: string }): string {
  return `${groupName}, ${formatDate(localeOr(locale), date)}`;
}

export const actions: Actions = {
  appoint: async ({ locals, params, request }) => {
    const { meeting } = await meetingOf(locals, params.meeting);
    const { id: staff, name } = meant(
      await possibleSubstitutes(getStore(), meeting),
      idIn(await request.formData(), 'staff')
    );
    await appointSubstitute(deskOf(locals), { meeting: meeting.id, staff });
    return {
      done: { what: 'substitute-appointed', name, undo: { action: '?/release', fields: { staff } } } satisfies Done
    };
  },
  release: async ({ locals, params, request }) => {
    const { meeting } = await meetingOf(locals, params.meeting);
    const { id: staff, name } = meant(
      await substitutesAt(getStore(), meeting),
      idIn(await request.formData(), 'staff')
    );
    await releaseSubstitute(deskOf(locals), { meeting: meeting.id, staff });
    return {
      done: { what: 'substitute-released', name, undo: { action: '?/appoint', fields: { staff } } } satisfies Done
    };
  },
  move: async ({ locals, params, request }) => {
    const { meeting, too } = await meetingOf(locals, params.meeting);
    const read = readForm(movedForm, await request.formData(), { form: 'move' });
    if (!read.ok) return fail(400, read.error);
    const { later, ...to } = read.value;
    const moved = await moveMeeting(deskOf(locals), { id: meeting.id, ...to });
    if (!moved.ok) return fail(409, refusal({ form: 'move', values: to, errors: { date: moved.error } }));
    const isRetimed = to.start !== meeting.start || to.end !== meeting.end;
    if (later && isRetimed) await setMeetingTimes(deskOf(locals), { ids: too.toMove, ...to });
    const { date, start, end } = meeting;
    const fields = { date, start, end, ...(later ? { later } : {}) };
    return {
      done: {
        what: later ? 'series-moved' : 'meeting-moved',
        name: titleOf(params.locale, { ...meeting, ...to }),
        undo: { action: '?/move', fields }
      } satisfies Done
    };
  },
  cancel: async ({ locals, params, request }) => {
    const { meeting, too } = await meetingOf(locals, params.meeting);
    const read = readForm(cancelForm, await request.formData(), { form: 'cancel' });
    if (!read.ok) return fail(400, read.error);
    const { reason, later } = read.value;
    const ids = [meeting.id, ...(later ? too.toCancel : [])];
    await setMeetingsCancelled(deskOf(locals), { ids, cancelled: true, reason });
    return {
      done: {
        what: later ? 'series-cancelled' : 'meeting-cancelled',
        name: titleOf(params.locale, meeting),
        undo: { action: '?/restore', fields: later ? { later } : {} }
      } satisfies Done
    };
  },
  restore: async ({ locals, params, request }) => {
    const { meeting, too } = await meetingOf(locals, params.meeting);
    const later = (await request.formData()).has('later');
    const ids = [meeting.id, ...(later ? too.toRestore : [])];
    await setMeetingsCancelled(deskOf(locals), { ids, cancelled: false });
    const name = titleOf(params.locale, meeting);
    return { done: { what: later ? 'series-restored' : 'meeting-restored', name } satisfies Done };
  }
};
