import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { listStaff } from '$lib/access/staff.server';
import { chosenOf, readForm } from '$lib/base/form';
import { coursesIn } from '$lib/club/courses.server';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { changeGroup, findGroup, isFull, setGroupClosed } from '$lib/club/groups.server';
import { addMember, joinGroup, leaveGroup, listMembers, membersOfGroup } from '$lib/club/members.server';
import { groupForm, memberForm } from '$lib/club/office-forms';
import { groupOffers } from '$lib/club/offers.server';
import { listVenues } from '$lib/club/venues.server';
import { giveUpPlace, waitForPlace, waitingFor } from '$lib/club/waiting.server';
import { localeOr } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function groupOf(locals: App.Locals, id: string) {
  return (await findGroup(getStore(), id, venuesOf(locals))) ?? error(404);
}

/** The one of the office's people that a form names. */
async function personIn(locals: App.Locals, data: FormData) {
  return meant(await listMembers(getStore(), venuesOf(locals)), idIn(data, 'member'));
}

const waits = (member: string, name: string): Done => ({
  what: 'member-waits',
  name,
  undo: { action: '?/giveUp', fields: { member } }
});

export const load: PageServerLoad = async ({ locals, params }) => {
  const [store, at] = [getStore(), venuesOf(locals)];
  const group = await groupOf(locals, params.group);
  const [members, waiting, everybody, venues, staff] = await Promise.all([
    membersOfGroup(store, group.id),
    waitingFor(store, group.id),
    listMembers(store, at),
    listVenues(store, at),
    listStaff(store)
  ]);
  return {
    group,
    isFull: isFull(group),
    members,
    waiting,
    others: everybody.filter(
      ({ id, groups }) => !groups.includes(group.id) && !waiting.some((person) => person.id === id)
    ),
    venues: venues.filter(({ id, closed }) => !closed || id === group.venue),
    staff: staff
      .filter(({ id, disabled }) => !disabled || group.trainers.some((trainer) => trainer.id === id))
      .map(({ id, name }) => ({ id, name })),
    courses: coursesIn(localeOr(params.locale))
  };
};

export const actions: Actions = {
  change: async ({ locals, params, request }) => {
    const { id } = await groupOf(locals, params.group);
    const schema = groupForm(await groupOffers(getStore(), venuesOf(locals)));
    const read = readForm(schema, await request.formData(), { form: 'change', lists: ['trainers'] });
    if (!read.ok) return fail(400, read.error);
    await changeGroup(deskOf(locals), { id, ...read.value });
    return { done: { what: 'saved', name: read.value.name } satisfies Done };
  },
  close: async ({ locals, params }) => {
    const { id, name } = await groupOf(locals, params.group);
    await setGroupClosed(deskOf(locals), { id, closed: true });
    return { done: { what: 'group-closed', name, undo: { action: '?/open', fields: {} } } satisfies Done };
  },
  open: async ({ locals, params }) => {
    const { id, name } = await groupOf(locals, params.group);
    await setGroupClosed(deskOf(locals), { id, closed: false });
    return { done: { what: 'group-opened', name } satisfies Done };
  },
  add: async ({ locals, params, request }) => {
    const { id: group } = await groupOf(locals, params.group);
    const read = readForm(memberForm, await request.formData(), { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    await addMember(deskOf(locals), { ...read.value, group });
    return { done: { what: 'member-added', name: read.value.firstName } satisfies Done };
  },
  join: async ({ locals, params, request }) => {
    const { id: group } = await groupOf(locals, params.group);
    const everybody = await listMembers(getStore(), venuesOf(locals));
    const schema = v.object({ member: chosenOf(everybody.map(({ id }) => id)) });
    const read = readForm(schema, await request.formData(), { form: 'join' });
    if (!read.ok) return fail(400, read.error);
    const { id: member, firstName } = meant(everybody, read.value.member);
    await joinGroup(deskOf(locals), { member, group });
    return { done: { what: 'member-joined', name: firstName } satisfies Done };
  },
  wait: async ({ locals, params, request }) => {
    const { id: group } = await groupOf(locals, params.group);
    const read = readForm(memberForm, await request.formData(), { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    const member = await addMember(deskOf(locals), read.value);
    await waitForPlace(deskOf(locals), { member, group });
    return { done: waits(member, read.value.firstName) };
  },
  queue: async ({ locals, params, request }) => {
    const { id: group } = await groupOf(locals, params.group);
    const { id: member, firstName } = await personIn(locals, await request.formData());
    await waitForPlace(deskOf(locals), { member, group });
    return { done: waits(member, firstName) };
  },
  giveUp: async ({ locals, params, request }) => {
    const { id: group } = await groupOf(locals, params.group);
    const { id: member, firstName } = await personIn(locals, await request.formData());
    await giveUpPlace(deskOf(locals), { member, group });
    return {
      done: {
        what: 'member-waits-no-more',
        name: firstName,
        undo: { action: '?/queue', fields: { member } }
      } satisfies Done
    };
  },
  leave: async ({ locals, params, request }) => {
    const { id: group } = await groupOf(locals, params.group);
    const { id: member, firstName } = await personIn(locals, await request.formData());
    await leaveGroup(deskOf(locals), { member, group });
    return {
      done: { what: 'member-left', name: firstName, undo: { action: '?/join', fields: { member } } } satisfies Done
    };
  }
};
