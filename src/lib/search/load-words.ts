import { error } from '@sveltejs/kit';
import type { WordEntry } from '../content/glossary';
import type { Locale } from '../i18n/locales';
import { wordsAddress } from '../pwa/kept-content';

/**
 * All words of a language: from the build, the network or the device, whatever answers `fetch`.
 * @throws a 503 page where they are not on the device and the network is gone
 */
export async function loadWords(fetch: typeof globalThis.fetch, locale: Locale): Promise<WordEntry[]> {
  const answer = await fetch(wordsAddress(locale)).catch(() => undefined);
  if (!answer?.ok) error(503, { message: 'Not on this device', code: 'offline' });
  return answer.json();
}
