import { error } from '@sveltejs/kit';
import { noteDeed } from '$lib/audit/trail.server';
import { world } from '$lib/base/world';
import { csvAnswer } from '$lib/club/csv.server';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { localeOr } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { askedIn } from '$lib/reports/asked';
import { sheetFile } from '$lib/reports/sheet-file.server';
import { groupReport } from '$lib/reports/year.server';
import type { RequestHandler } from './$types';

/** A group's attendance of a year, to be opened in a spreadsheet; its words in the language of `?in=`. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const locale = url.searchParams.get('in') ?? '';
  const t = await loadMessages(localeOr(locale), ['office']);
  const desk = deskOf(locals);
  const asked = askedIn(url, Number(dayOf(world.now()).slice(0, 4)));
  const group = url.searchParams.get('group') ?? '';
  const report = (await groupReport(desk.store, { ...asked, at: venuesOf(locals), group })) ?? error(404);
  noteDeed(desk, { action: 'list.handed-out', subject: `group/${group}` });
  const text = sheetFile(report, {
    person: t('reports.sheet.person'),
    count: t('reports.sheet.count'),
    minutes: t('reports.sheet.minutes'),
    unknown: t('reports.sheet.unknown'),
    cancelled: t('reports.sheet.cancelled'),
    mark: (status) => t(`reports.mark.${status}`)
  });
  return csvAnswer(text, `attendance-${asked.year}`);
};
