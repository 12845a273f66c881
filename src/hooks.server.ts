import { redirect, type Handle, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { doorkeeper } from '$lib/access/doorkeeper.server';
import { ensureSetUpKey, setUpAddress } from '$lib/access/set-up-link.server';
import { world } from '$lib/base/world';
import { bringErrorPage } from '$lib/frame/error-page';
import { scriptsLast } from '$lib/frame/scripts-last';
import { inLanguage, isHousePage } from '$lib/i18n/house-pages';
import { isHouseLocale, localeFacts, localeOfPath, preferredHouseLocale, sourceLocale } from '$lib/i18n/locales';
import { getServerSync } from '$lib/rooms.server';
import { packed } from '$lib/sync/packed.server';
import { getStore } from '$lib/store/open.server';
import { dailyUpkeep, watchDays } from '$lib/upkeep/daily.server';

/** While nobody can sign in as the office, each start prints a new one-time link. */
export const init: ServerInit = async () => {
  await bringErrorPage();
  if (building) return;
  watchDays({
    world,
    later: (ms, call) => void setTimeout(call, ms).unref(),
    upkeep: () => dailyUpkeep({ store: getStore(), world }, getServerSync().log),
    report: (error) => console.error(error)
  });
  const key = await ensureSetUpKey({ store: getStore(), world });
  if (key === undefined) return;
  const origin = process.env['DIGITALTREFF_ADDRESS'] ?? 'http://localhost:5173';
  process.stdout.write(
    `Set Digitaltreff up with this link (once, within 24 hours):\n${setUpAddress({ origin, key, locale: sourceLocale })}\n`
  );
};

/** A page that a family's language lacks is opened in German or English, before anybody asks who is there. */
const houseLanguage: Handle = ({ event, resolve }) => {
  const { route, url, request } = event;
  if (isHousePage(route.id) && !isHouseLocale(event.params['locale'])) {
    const locale = preferredHouseLocale(request.headers.get('accept-language'));
    redirect(307, inLanguage(url.pathname + url.search, locale));
  }
  return resolve(event);
};

/**
 * With its typefaces there a line is painted once, and does not move when they come. One of Cyrillic or Arabic has Latin
 * blanks and digits.
 */
const isInEveryLine = (font: string, letters: string | undefined): boolean =>
  font.includes('-latin.') || (letters !== undefined && font.includes(`-${letters}.`));

const language: Handle = async ({ event, resolve }) => {
  const locale = localeOfPath(event.url.pathname);
  const { lang, dir, letters } = localeFacts[locale];
  return resolve(event, {
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && isInEveryLine(path, letters)),
    transformPageChunk: ({ html }) =>
      scriptsLast(html)
        .replace('%locale.lang%', lang)
        .replace('%locale.dir%', dir)
        .replaceAll('%locale%', locale)
        // No blank around it: the policy's hash is of the script alone.
        .replace(/\s*%boot%\s*/, () => __BOOT__)
  });
};

/**
 * A page for whom nobody knows comes packed; files are so by themselves. One for somebody who is signed in does not: how
 * long it is packed would tell a listener what of their own words stands in it.
 */
const light: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers, status } = response;
  if (event.locals.actor.kind !== 'visitor' || !headers.get('content-type')?.startsWith('text/html')) return response;
  const page = await packed(new Uint8Array(await response.arrayBuffer()), event.request.headers.get('accept-encoding'));
  headers.delete('content-length');
  for (const [name, value] of Object.entries(page.headers)) headers.set(name, value);
  return new Response(new Uint8Array(page.body), { status, headers });
};

export const handle = sequence(houseLanguage, doorkeeper, light, language);
