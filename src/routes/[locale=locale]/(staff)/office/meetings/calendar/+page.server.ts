import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { chosenOf, readForm } from '$lib/base/form';
import { world } from '$lib/base/world';
import { subjectKey } from '$lib/calendar/feed-kind';
import { feedAddress, listFeeds, makeFeed, setFeedRevoked, subjectsFor } from '$lib/calendar/feeds.server';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { getStore } from '$lib/store/open.server';
import { subjectOf } from '$lib/sync/event';
import type { Actions, PageServerLoad } from './$types';

const subjectsOf = (locals: App.Locals) =>
  subjectsFor(getStore(), { at: venuesOf(locals), me: subjectOf(deskOf(locals).by), now: world.now() });

export const load: PageServerLoad = async ({ locals }) => {
  const subjects = await subjectsOf(locals);
  return { subjects, feeds: await listFeeds(getStore(), subjects) };
};

async function setRevoked({ locals, request }: { locals: App.Locals; request: Request }, revoked: boolean) {
  const feeds = await listFeeds(getStore(), await subjectsOf(locals));
  const { id, name } = meant(feeds, idIn(await request.formData()));
  await setFeedRevoked(deskOf(locals), { id, revoked });
  const done: Done = revoked
    ? { what: 'calendar-revoked', name, undo: { action: '?/restore', fields: { id } } }
    : { what: 'calendar-restored', name };
  return { done };
}

export const actions: Actions = {
  make: async ({ locals, params, request, url }) => {
    const subjects = await subjectsOf(locals);
    const schema = v.object({ of: chosenOf(subjects.map(subjectKey)) });
    const read = readForm(schema, await request.formData(), { form: 'make' });
    if (!read.ok) return fail(400, read.error);
    const subject = subjects.find((one) => subjectKey(one) === read.value.of) ?? error(404);
    const secret = await makeFeed(deskOf(locals), subject);
    return {
      made: { name: subject.name, address: feedAddress({ origin: url.origin, secret, locale: params.locale }) }
    };
  },
  revoke: (event) => setRevoked(event, true),
  restore: (event) => setRevoked(event, false)
};
