import type { ClientInit } from '@sveltejs/kit';
import { bringErrorPage, errorMark } from '$lib/frame/error-page';
import { isHouseLocale, localeOfPath } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { bringRooms, getEngine } from '$lib/sync/app.browser';

/** These pages show nothing but the device's database. */
const roomPage = /^\/[\w-]+\/(club|door|who)(\/|$)/;

/**
 * The rooms come with the engine, after the first paint; where nothing can be painted without it, while the page's own
 * code is still on its way. An error that the server has rendered stays on the screen.
 */
export const init: ClientInit = async () => {
  bringRooms(async () => (await import('$lib/rooms')).rooms);
  const { pathname } = location;
  const locale = localeOfPath(pathname);
  // What fails here fails again where the page asks for it, and is told there.
  if (roomPage.test(pathname) && isHouseLocale(locale))
    Promise.all([getEngine(), loadMessages(locale, ['club', 'device'])]).catch(() => undefined);
  if (document.querySelector(`[${errorMark}]`)) await bringErrorPage().catch(() => undefined);
};
