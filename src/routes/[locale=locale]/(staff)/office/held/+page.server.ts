import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { neededLine, chosenOf, readForm } from '$lib/base/form';
import { deskOf, idIn } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups } from '$lib/club/groups.server';
import {
  acceptHeld,
  bringBackGroup,
  bringBackMember,
  discardHeld,
  listHeld,
  listReported,
  type HeldGroup,
  type Missing
} from '$lib/club/held.server';
import { newMemberForm } from '$lib/club/office-forms';
import { listVenues } from '$lib/club/venues.server';
import { deletePerson } from '$lib/privacy/deletion.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import { streamsOf } from '$lib/sync/deletion.server';
import type { Actions, PageServerLoad } from './$types';

/** Lines of one group that the page shows; decisions are about all of them. */
const linesShown = 50;

const waiting = (): Promise<HeldGroup[]> => listHeld(getStore(), getServerSync().log);
const openVenues = async () => (await listVenues(getStore())).filter(({ closed }) => !closed);
const openGroups = async () => (await listGroups(getStore())).filter(({ closed }) => !closed);

export const load: PageServerLoad = async () => ({
  held: (await waiting()).map((group) => ({
    ...group,
    lines: group.lines.slice(0, linesShown),
    count: group.lines.length
  })),
  reported: await listReported(getStore(), getServerSync().log),
  venues: await openVenues(),
  groups: await openGroups()
});

/** The entries that a form means: one, or all of a group. Those whose group or person is missing cannot be accepted. */
async function meantBy(data: FormData, { accepting }: { accepting: boolean }): Promise<string[]> {
  const group = (await waiting()).find(({ id }) => id === idIn(data, 'group'));
  if (group === undefined || (accepting && group.missing !== undefined)) return [];
  const one = idIn(data);
  return group.lines.map(({ id }) => id).filter((id) => one === '' || id === one);
}

async function missingOf(data: FormData, kind: Missing['kind']): Promise<string> {
  const id = idIn(data);
  const isMissing = (await waiting()).some(({ missing }) => missing?.kind === kind && missing.id === id);
  return isMissing ? id : error(404);
}

const since = (): number => getServerSync().log.restored?.backupAt ?? error(404);

/** Somebody of the list of those whose deletion a device remembers. */
async function reportedIn(data: FormData) {
  const id = idIn(data);
  return (await listReported(getStore(), getServerSync().log)).find((each) => each.id === id) ?? error(404);
}

export const actions: Actions = {
  accept: async ({ locals, request }) => {
    const ids = await meantBy(await request.formData(), { accepting: true });
    await acceptHeld(deskOf(locals), getServerSync().log, ids);
    return { done: { what: 'held-accepted', name: '' } satisfies Done };
  },
  discard: async ({ locals, request }) => {
    const ids = await meantBy(await request.formData(), { accepting: false });
    await discardHeld(deskOf(locals), getServerSync().log, ids);
    return { done: { what: 'held-discarded', name: '' } satisfies Done };
  },
  group: async ({ locals, request }) => {
    const data = await request.formData();
    const id = await missingOf(data, 'group');
    const schema = v.object({ name: neededLine(120), venue: chosenOf((await openVenues()).map((venue) => venue.id)) });
    const read = readForm(schema, data, { form: 'group' });
    if (!read.ok) return fail(400, { ...read.error, id });
    await bringBackGroup(deskOf(locals), { id, since: since(), ...read.value });
    return { done: { what: 'group-back', name: read.value.name } satisfies Done };
  },
  person: async ({ locals, request }) => {
    const data = await request.formData();
    const id = await missingOf(data, 'person');
    const schema = newMemberForm((await openGroups()).map((group) => group.id));
    const read = readForm(schema, data, { form: 'person' });
    if (!read.ok) return fail(400, { ...read.error, id });
    await bringBackMember(deskOf(locals), { id, since: since(), ...read.value });
    return { done: { what: 'member-back', name: read.value.firstName } satisfies Done };
  },
  remove: async ({ locals, request }) => {
    const { id, member } = await reportedIn(await request.formData());
    await deletePerson(deskOf(locals), getServerSync().log, id);
    return { done: { what: 'member-deleted', name: member?.firstName ?? '' } satisfies Done };
  },
  keep: async ({ locals, request }) => {
    const { id, member } = await reportedIn(await request.formData());
    const { world } = deskOf(locals);
    const { progress, learner } = streamsOf(id);
    getServerSync().log.quarantine.decideStreams([progress, learner], world.now());
    return { done: { what: 'member-kept', name: member?.firstName ?? '' } satisfies Done };
  }
};
