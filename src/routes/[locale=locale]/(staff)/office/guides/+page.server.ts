import { error } from '@sveltejs/kit';
import { deskOf, idIn, meant } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { isSystem } from '$lib/content/guide';
import { closeGuide, listReportedGuides, reopenGuide } from '$lib/guides/reports.server';
import { guideTitles } from '$lib/guides/titles.server';
import { localeOr } from '$lib/i18n/locales';
import { listUnclear } from '$lib/learning/lesson-reports/unclear.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const titles = guideTitles(localeOr(params.locale));
  const [reported, unclear] = await Promise.all([listReportedGuides(getStore()), listUnclear(getStore())]);
  return { unclear, reported: reported.map((line) => ({ ...line, title: titles.get(line.guide) ?? line.guide })) };
};

/** The line that a form means; the database holds no other systems than those of today and of earlier versions. */
async function meantLine(request: Request) {
  const line = meant(await listReportedGuides(getStore()), idIn(await request.formData()));
  const { guide, system, doneAt } = line;
  if (!isSystem(system)) error(404);
  return { guide, system, doneAt };
}

export const actions: Actions = {
  done: async ({ locals, request }) => {
    const { guide, system, doneAt } = await meantLine(request);
    const at = doneAt ?? (await closeGuide(deskOf(locals), { guide, system }));
    const fields = { id: `${guide}/${system}/${at}` };
    return { done: { what: 'guide-done', name: '', undo: { action: '?/reopen', fields } } satisfies Done };
  },
  reopen: async ({ locals, request }) => {
    const { guide, system, doneAt } = await meantLine(request);
    if (doneAt !== null) await reopenGuide(deskOf(locals), { guide, system, at: doneAt });
    return { done: { what: 'guide-opened', name: '' } satisfies Done };
  }
};
