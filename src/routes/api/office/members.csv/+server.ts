import { csvAnswer } from '$lib/club/csv.server';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { memberList } from '$lib/club/member-list.server';
import { houseLocaleOr } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type { RequestHandler } from './$types';

/** The office's list of members, to be opened in a spreadsheet; its heads in the language of `?in=`. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = url.searchParams.get('in') ?? '';
  const t = await loadMessages(houseLocaleOr(asked), ['office']);
  const heads = {
    firstName: t('members.list.firstName'),
    initial: t('members.list.initial'),
    group: t('members.list.group')
  };
  const text = await memberList(deskOf(locals), { at: venuesOf(locals), heads });
  return csvAnswer(text, 'members');
};
