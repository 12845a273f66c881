import { error } from '@sveltejs/kit';
import type { WordEntry } from '../content/glossary';
import type { Locale } from '../i18n/locales';
import type { Picture } from '../content/lesson';
import { wordPicturesAddress, wordsAddress } from '../pwa/kept-content';

/**
 * All words of a language: from the build, the network or the device, whatever answers `fetch`.
 * @throws a 503 page where they are not on the device and the network is gone
 */
export async function loadWords(fetch: typeof globalThis.fetch, locale: Locale): Promise<WordEntry[]> {
  const answer = await fetch(wordsAddress(locale)).catch(() => undefined);
  if (!answer?.ok) error(503, { message: 'Not on this device', code: 'offline' });
  return answer.json();
}

/** Their pictures, by the word's id; none where they cannot be had: the words explain by themselves. */
export async function loadWordPictures(
  fetch: typeof globalThis.fetch,
  locale: Locale
): Promise<Readonly<Record<string, Picture>>> {
  const answer = await fetch(wordPicturesAddress(locale)).catch(() => undefined);
  return answer?.ok ? answer.json() : {};
}
