import { error } from '@sveltejs/kit';
import { noteHandOut } from '$lib/audit/looks.server';
import { world } from '$lib/base/world';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { asOf, tableAnswer } from '$lib/club/table-file.server';
import { isTableKind } from '$lib/club/table-kind';
import { dayOf } from '$lib/club/zone';
import { houseLocaleOr } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { askedIn } from '$lib/reports/asked';
import { sheetLines } from '$lib/reports/sheet-lines';
import { groupReport } from '$lib/reports/year.server';
import type { RequestHandler } from './$types';

/** A group's attendance of a year, to be opened in a spreadsheet; its words in the language of `?in=`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const locale = url.searchParams.get('in') ?? '';
  const t = await loadMessages(houseLocaleOr(locale), ['office']);
  const desk = deskOf(locals);
  const asked = askedIn(url, Number(dayOf(world.now()).slice(0, 4)));
  const group = url.searchParams.get('group') ?? '';
  const report = (await groupReport(desk.store, { ...asked, at: venuesOf(locals), group })) ?? error(404);
  noteHandOut(desk, `group/${group}`);
  const lines = sheetLines(report, {
    person: t('reports.sheet.person'),
    count: t('reports.sheet.count'),
    minutes: t('reports.sheet.minutes'),
    unknown: t('reports.sheet.unknown'),
    guest: t('reports.sheet.guest'),
    guestNamed: (name) => t('reports.sheet.guestNamed', { name }),
    cancelled: t('reports.sheet.cancelled'),
    mark: (status) => t(`reports.mark.${status}`),
    corrected: (mark) => t('reports.sheet.corrected', { mark })
  });
  const kind = isTableKind(params.kind) ? params.kind : error(404);
  return tableAnswer({ kind, name: asOf(`attendance-${asked.year}`, world.now()), title: report.name, lines });
};
