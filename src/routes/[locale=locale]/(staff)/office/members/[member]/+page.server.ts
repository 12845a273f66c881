import { error, fail } from '@sveltejs/kit';
import { noteLook } from '$lib/audit/looks.server';
import { readForm } from '$lib/base/form';
import { world } from '$lib/base/world';
import { mergedInto } from '$lib/club/aliases.server';
import { isPurpose, phoneForm, photoForm, type Purpose } from '$lib/club/consents';
import { consentsOf, keepPhone, keepPhotoConsent, withdrawConsent } from '$lib/club/consents.server';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups } from '$lib/club/groups.server';
import { queryOf, searchIn } from '$lib/club/member-search';
import { changeMember, correctionsOf, findMember, joinGroup, leaveGroup } from '$lib/club/members.server';
import { splitMembers } from '$lib/club/merge.server';
import { memberForm } from '$lib/club/office-forms';
import { fullName } from '$lib/club/roster';
import { dayOf } from '$lib/club/zone';
import { houseLocaleOr, localeOfPath } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function memberOf(locals: App.Locals, id: string) {
  return (await findMember(getStore(), id, venuesOf(locals))) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const member = await memberOf(locals, params.member);
  const groups = (await listGroups(getStore(), venuesOf(locals))).filter(
    ({ id, closed }) => !closed || member.groups.includes(id)
  );
  const merged = await mergedInto(getStore(), member.id);
  const fresh = merged.find(({ id }) => id === url.searchParams.get('merged'));
  const undo = fresh && { action: '?/split', fields: { person: fresh.id } };
  noteLook(deskOf(locals), `person/${member.id}`);
  return {
    member,
    /** of the list that somebody was found in */
    query: queryOf(searchIn(url)),
    ...(await consentsOf(getStore(), member.id)),
    corrections: await correctionsOf(getStore(), member.id),
    today: dayOf(world.now()),
    merged,
    done: undo && ({ what: 'member-merged', name: fullName(member), undo } satisfies Done),
    inGroups: groups.filter(({ id }) => member.groups.includes(id)),
    otherGroups: groups.filter(({ id }) => !member.groups.includes(id))
  };
};

/** The sentence of each purpose, as the page shows it. */
async function wordings(url: URL): Promise<(purpose: Purpose) => string> {
  const t = await loadMessages(houseLocaleOr(localeOfPath(url.pathname)), ['office']);
  return (purpose) => t(`members.consent.purpose.${purpose}`);
}

export const actions: Actions = {
  change: async ({ locals, params, request }) => {
    const { id } = await memberOf(locals, params.member);
    const read = readForm(memberForm, await request.formData(), { form: 'change' });
    if (!read.ok) return fail(400, read.error);
    await changeMember(deskOf(locals), { id, ...read.value });
    return { done: { what: 'saved', name: read.value.firstName } satisfies Done };
  },
  phone: async ({ locals, params, request, url }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const kind = { form: 'phone', lists: ['purposes'] };
    const read = readForm(phoneForm(dayOf(world.now())), await request.formData(), kind);
    if (!read.ok) return fail(400, read.error);
    await keepPhone(deskOf(locals), { member, ...read.value, wording: await wordings(url) });
    return { done: { what: 'saved', name: firstName } satisfies Done };
  },
  photo: async ({ locals, params, request, url }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const kind = { form: 'photo', lists: ['purposes'] };
    const read = readForm(photoForm(dayOf(world.now())), await request.formData(), kind);
    if (!read.ok) return fail(400, read.error);
    await keepPhotoConsent(deskOf(locals), { member, ...read.value, wording: await wordings(url) });
    return { done: { what: 'saved', name: firstName } satisfies Done };
  },
  withdraw: async ({ locals, params, request }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const purpose = idIn(await request.formData(), 'purpose');
    if (!isPurpose(purpose)) error(404);
    await withdrawConsent(deskOf(locals), { member, purpose });
    return { done: { what: 'consent-withdrawn', name: firstName } satisfies Done };
  },
  split: async ({ locals, params, request }) => {
    const { id: kept } = await memberOf(locals, params.member);
    const { id: person, ...one } = meant(await mergedInto(getStore(), kept), idIn(await request.formData(), 'person'));
    await splitMembers(deskOf(locals), { person, kept });
    return { done: { what: 'member-split', name: fullName(one) } satisfies Done };
  },
  join: async ({ locals, params, request }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const { id: group } = meant(
      await listGroups(getStore(), venuesOf(locals)),
      idIn(await request.formData(), 'group')
    );
    await joinGroup(deskOf(locals), { member, group });
    return { done: { what: 'member-joined', name: firstName } satisfies Done };
  },
  leave: async ({ locals, params, request }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const { id: group } = meant(
      await listGroups(getStore(), venuesOf(locals)),
      idIn(await request.formData(), 'group')
    );
    await leaveGroup(deskOf(locals), { member, group });
    return {
      done: { what: 'member-left', name: firstName, undo: { action: '?/join', fields: { group } } } satisfies Done
    };
  }
};
