import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { calendarName, calendarText } from '$lib/calendar/calendar.server';
import { feedOf } from '$lib/calendar/feeds.server';
import { formatDate } from '$lib/i18n/format';
import { houseLocaleOr } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

/**
 * The meetings behind a secret address, for calendar programs; in the language of `?in=`. Whoever has the address may
 * read, and nobody's name is in it. A wrong address and a closed one answer alike.
 */
export const GET: RequestHandler = async ({ params, url, request }) => {
  const [store, asked] = [getStore(), url.searchParams.get('in') ?? ''];
  const locale = houseLocaleOr(asked);
  const feed = await feedOf(store, params.secret);
  const name = feed && (await calendarName(store, feed));
  if (!feed || name === undefined) error(404);
  const t = await loadMessages(locale, ['office']);
  const text = await calendarText(
    store,
    { feed, now: world.now() },
    {
      name,
      reason: (reason) => t('club.meeting.reason', { reason }),
      movedFrom: (date) => t('club.meeting.movedFrom', { date: formatDate(locale, date) })
    }
  );
  const headers = {
    etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
    'cache-control': 'private, max-age=300',
    'x-robots-tag': 'noindex'
  };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(undefined, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="digitaltreff.ics"'
    }
  });
};
