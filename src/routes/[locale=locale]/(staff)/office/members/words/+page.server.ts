import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { longestName } from '$lib/club/member-name';
import { placesNaming, strikeWords } from '$lib/privacy/named-in-words.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import type { Actions } from './$types';

const nameForm = v.object({
  firstName: v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(longestName, 'too-long'))
});

const placesOf = (locals: App.Locals, firstName: string) =>
  placesNaming(getStore(), getServerSync().log, { firstName, at: venuesOf(locals) });

export const actions: Actions = {
  find: async ({ locals, request }) => {
    const read = readForm(nameForm, await request.formData(), { form: 'find' });
    if (!read.ok) return fail(400, read.error);
    const { firstName } = read.value;
    return { found: { firstName, places: placesOf(locals, firstName) } };
  },
  strike: async ({ locals, request }) => {
    const data = await request.formData();
    const read = readForm(nameForm, data, { form: 'find' });
    if (!read.ok) return fail(400, read.error);
    const { firstName } = read.value;
    const asked = { id: idIn(data), firstName, at: venuesOf(locals) };
    const struck = strikeWords(deskOf(locals), getServerSync().log, asked);
    if (!struck) error(404);
    const done: Done = { what: 'words-struck', name: struck.groupName };
    return { found: { firstName, places: placesOf(locals, firstName) }, done };
  }
};
