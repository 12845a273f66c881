import type { Locale } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type Answering from './Answering.svelte';

/** The component in which things are ordered, matched and talked about, and in which a story goes on. */
export type AnsweringComponent = typeof Answering;

/** On the server it is there at once, for the document; a browser loads it with the first step that needs it. */
export const written: AnsweringComponent | undefined = import.meta.env.SSR
  ? (await import('./Answering.svelte')).default
  : undefined;

/** Its code and its words; nothing where they cannot be had. */
export async function bringAnswering(locale: Locale): Promise<AnsweringComponent | undefined> {
  try {
    const [code] = await Promise.all([import('./Answering.svelte'), loadMessages(locale, ['lesson'])]);
    return code.default;
  } catch {
    return undefined;
  }
}
