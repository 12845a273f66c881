import { error } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { venuesOf } from '$lib/club/desk.server';
import { asOf, tableAnswer } from '$lib/club/table-file.server';
import { isTableKind } from '$lib/club/table-kind';
import { dayOf } from '$lib/club/zone';
import { houseLocaleOr } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { askedIn } from '$lib/reports/asked';
import { handedOn } from '$lib/reports/small-numbers';
import { yearLines } from '$lib/reports/year-lines';
import { yearReport } from '$lib/reports/year.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

/** A year's figures as the page shows them, to be opened in a spreadsheet; its words in the language of `?in=`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const t = await loadMessages(houseLocaleOr(url.searchParams.get('in') ?? ''), ['office']);
  const asked = askedIn(url, Number(dayOf(world.now()).slice(0, 4)));
  const report = yearReport(getStore(), { ...asked, at: venuesOf(locals) });
  const lines = yearLines(asked.isPublic ? handedOn(report) : report, {
    venue: t('reports.file.venue'),
    group: t('reports.file.group'),
    all: t('reports.all'),
    hidden: t('reports.hidden'),
    head: (column) => t(`reports.head.${column}`)
  });
  const kind = isTableKind(params.kind) ? params.kind : error(404);
  return tableAnswer({
    kind,
    name: asOf(`year-${asked.year}`, world.now()),
    title: t('reports.table', { year: asked.year }),
    lines
  });
};
