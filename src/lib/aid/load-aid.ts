import { error } from '@sveltejs/kit';
import { gamesAddress, helpAddress, type GamesFile, type HelpFile } from '../content/for-parents/help';
import type { Locale } from '../i18n/locales';

/**
 * The help of a language: from the build, the network or the device, whatever answers `fetch`.
 * @throws a 503 page where it is not on the device and the network is gone
 */
export const loadHelp = (fetch: typeof globalThis.fetch, locale: Locale): Promise<HelpFile> =>
  loadJson(fetch, helpAddress(locale));

/** The cards of a language. @throws as `loadHelp` does */
export const loadGames = (fetch: typeof globalThis.fetch, locale: Locale): Promise<GamesFile> =>
  loadJson(fetch, gamesAddress(locale));

/** The files come from our own build, whose checker has read them: their shape is trusted here. */
async function loadJson<Shape>(fetch: typeof globalThis.fetch, address: string): Promise<Shape> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) error(503, { message: 'Not on this device', code: 'offline' });
  return answer.json();
}
