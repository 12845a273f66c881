import { deskOf, idIn, meant } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listBarrierReports, setBarrierDone } from '$lib/privacy/barriers.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ reports: await listBarrierReports(getStore()) });

export const actions: Actions = {
  done: async ({ locals, request }) => {
    const { id } = meant(await listBarrierReports(getStore()), idIn(await request.formData()));
    await setBarrierDone(deskOf(locals), { id, done: true });
    return { done: { what: 'barrier-done', name: '', undo: { action: '?/reopen', fields: { id } } } satisfies Done };
  },
  reopen: async ({ locals, request }) => {
    const { id } = meant(await listBarrierReports(getStore()), idIn(await request.formData()));
    await setBarrierDone(deskOf(locals), { id, done: false });
    return { done: { what: 'barrier-opened', name: '' } satisfies Done };
  }
};
