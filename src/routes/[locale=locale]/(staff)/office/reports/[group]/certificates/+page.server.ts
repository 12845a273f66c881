import { error } from '@sveltejs/kit';
import { noteHandOut } from '$lib/audit/looks.server';
import { world } from '$lib/base/world';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { localeOfPath } from '$lib/i18n/locales';
import { askedIn } from '$lib/reports/asked';
import { certificatesOf } from '$lib/reports/certificates.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const desk = deskOf(locals);
  const today = dayOf(world.now());
  const asked = askedIn(url, Number(today.slice(0, 4)));
  const wanted = { ...asked, at: venuesOf(locals), group: params.group, locale: localeOfPath(url.pathname) };
  const all = (await certificatesOf(desk.store, wanted)) ?? error(404);
  const person = url.searchParams.get('person');
  noteHandOut(desk, `group/${params.group}`);
  const earned = all.people.filter(({ isEarned }) => isEarned);
  return { asked, today, all, shown: person === null ? earned : all.people.filter((one) => one.person === person) };
};
