import { readGuideText } from '$lib/content/guide-text';
import type { Locale } from '$lib/i18n/locales';

/** Carried along by the build, because the built server has no content folder. */
const files = import.meta.glob<string>('/content/guides/*/*.md', { query: '?raw', import: 'default', eager: true });

/** The title of each guide by its id; in German where the language has none. */
export function guideTitles(locale: Locale): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const language of ['de', locale])
    for (const [file, text] of Object.entries(files)) {
      const [, id, found] = /\/guides\/([^/]+)\/([a-z-]+)\.md$/u.exec(file) ?? [];
      if (id !== undefined && found === language) titles.set(id, readGuideText(file, text).text.title);
    }
  return titles;
}
