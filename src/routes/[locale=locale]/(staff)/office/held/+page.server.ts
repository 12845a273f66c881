import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { neededLine, chosenOf, readForm } from '$lib/base/form';
import { deskOf, idIn, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listOpenGroups } from '$lib/club/groups.server';
import { acceptHeld, bringBackGroup, bringBackMember, discardHeld } from '$lib/club/held-decisions.server';
import { listHeld, listReported, type HeldGroup, type Missing } from '$lib/club/held.server';
import { newMemberForm } from '$lib/club/office-forms';
import { listVenues } from '$lib/club/venues.server';
import { deletePerson } from '$lib/privacy/deletion.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import { streamsOf } from '$lib/sync/deletion.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Lines of one group that the page shows; decisions are about all of them. */
const linesShown = 50;

const waiting = (locals: App.Locals): Promise<HeldGroup[]> =>
  listHeld(getStore(), getServerSync().log, venuesOf(locals));
const reported = (locals: App.Locals) => listReported(getStore(), getServerSync().log, venuesOf(locals));
const openVenues = async (locals: App.Locals) =>
  (await listVenues(getStore(), venuesOf(locals))).filter(({ closed }) => !closed);
const openGroups = (locals: App.Locals) => listOpenGroups(getStore(), venuesOf(locals));

export const load: PageServerLoad = async ({ locals }) => ({
  held: (await waiting(locals)).map((group) => ({
    ...group,
    lines: group.lines.slice(0, linesShown),
    count: group.lines.length
  })),
  reported: await reported(locals),
  venues: await openVenues(locals),
  groups: await openGroups(locals)
});

/** The entries that a form means: one, or all of a group. Those whose group or person is missing cannot be accepted. */
async function meantBy({ locals, request }: RequestEvent, { accepting }: { accepting: boolean }): Promise<string[]> {
  const data = await request.formData();
  const group = (await waiting(locals)).find(({ id }) => id === idIn(data, 'group'));
  if (group === undefined || (accepting && group.missing !== undefined)) return [];
  const one = idIn(data);
  return group.lines.map(({ id }) => id).filter((id) => one === '' || id === one);
}

async function missingOf(locals: App.Locals, { kind, id }: Missing): Promise<string> {
  const isMissing = (await waiting(locals)).some(({ missing }) => missing?.kind === kind && missing.id === id);
  return isMissing ? id : error(404);
}

const since = (): number => getServerSync().log.restored?.backupAt ?? error(404);

/** Somebody of the list of those whose deletion a device remembers. */
async function reportedIn({ locals, request }: RequestEvent) {
  const id = idIn(await request.formData());
  return (await reported(locals)).find((each) => each.id === id) ?? error(404);
}

export const actions: Actions = {
  accept: async (event) => {
    const ids = await meantBy(event, { accepting: true });
    await acceptHeld(deskOf(event.locals), getServerSync().log, ids);
    return { done: { what: 'held-accepted', name: '' } satisfies Done };
  },
  discard: async (event) => {
    const ids = await meantBy(event, { accepting: false });
    await discardHeld(deskOf(event.locals), getServerSync().log, ids);
    return { done: { what: 'held-discarded', name: '' } satisfies Done };
  },
  group: async ({ locals, request }) => {
    const data = await request.formData();
    const id = await missingOf(locals, { kind: 'group', id: idIn(data) });
    const schema = v.object({
      name: neededLine(120),
      venue: chosenOf((await openVenues(locals)).map((venue) => venue.id))
    });
    const read = readForm(schema, data, { form: 'group' });
    if (!read.ok) return fail(400, { ...read.error, id });
    await bringBackGroup(deskOf(locals), { id, since: since(), ...read.value });
    return { done: { what: 'group-back', name: read.value.name } satisfies Done };
  },
  person: async ({ locals, request }) => {
    const data = await request.formData();
    const id = await missingOf(locals, { kind: 'person', id: idIn(data) });
    const schema = newMemberForm(
      (await openGroups(locals)).map((group) => group.id),
      venuesOf(locals)
    );
    const read = readForm(schema, data, { form: 'person' });
    if (!read.ok) return fail(400, { ...read.error, id });
    await bringBackMember(deskOf(locals), { id, since: since(), ...read.value });
    return { done: { what: 'member-back', name: read.value.firstName } satisfies Done };
  },
  remove: async (event) => {
    const { id, member } = await reportedIn(event);
    await deletePerson(deskOf(event.locals), getServerSync().log, id);
    return { done: { what: 'member-deleted', name: member?.firstName ?? '' } satisfies Done };
  },
  keep: async (event) => {
    const { id, member } = await reportedIn(event);
    const { world } = deskOf(event.locals);
    const { progress, learner } = streamsOf(id);
    getServerSync().log.quarantine.decideStreams([progress, learner], world.now());
    return { done: { what: 'member-kept', name: member?.firstName ?? '' } satisfies Done };
  }
};
