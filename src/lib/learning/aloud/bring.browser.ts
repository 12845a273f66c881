import type { Component, ComponentProps } from 'svelte';
import type { Locale } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type { Settings } from '$lib/ui/settings';
import type { ReadAloud } from './read-aloud.svelte';
import type ReadKey from './ReadKey.svelte';

/** Reading aloud on a page, with its key. */
export interface Aloud {
  reader: ReadAloud;
  Key: Component<ComponentProps<typeof ReadKey>>;
}

/**
 * Its code and its words, when the page can be used without them.
 * @throws where they cannot be had
 */
export async function bringAloud(locale: Locale, pace: () => Settings['pace']): Promise<Aloud> {
  const [{ PageReader }, { default: Key }] = await Promise.all([
    import('./reader.browser'),
    import('./ReadKey.svelte'),
    loadMessages(locale, ['aloud'])
  ]);
  return { reader: new PageReader(locale, pace), Key };
}
