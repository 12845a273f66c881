import { error } from '@sveltejs/kit';
import { guidesAddress, type Guide } from '$lib/content/guide';
import type { Locale } from '$lib/i18n/locales';

/**
 * All guides of a language: from the build, the network or the device, whatever answers `fetch`.
 * @throws a 503 page where they are not on the device and the network is gone
 */
export async function loadGuides(fetch: typeof globalThis.fetch, locale: Locale): Promise<Guide[]> {
  const answer = await fetch(guidesAddress(locale)).catch(() => undefined);
  if (answer?.status === 404) return [];
  if (!answer?.ok) error(503, { message: 'Not on this device', code: 'offline' });
  return answer.json();
}
