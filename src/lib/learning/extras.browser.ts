import type { Component } from 'svelte';
import type { CourseFile } from '$lib/content/lesson';
import type { Locale } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type { Settings } from '$lib/ui/settings';
import type { ReadAloud } from './aloud/read-aloud.svelte';
import type ReadKey from './aloud/ReadKey.svelte';

/** What a lesson can do without; its code comes when the lesson can be used. */
export interface Extras {
  readonly aloud: { readonly reader: ReadAloud; readonly Key: typeof ReadKey };
  readonly NoteKey: Component<{ Beside?: Component | undefined }>;
  /** In courses for parents: one phone for parent and child. */
  readonly tandem: { readonly Key: Component; readonly Band: Component } | undefined;
}

/** @param pace of reading, asked for with each sentence @throws where the code cannot be had */
export async function bringExtras(course: CourseFile, locale: Locale, pace: () => Settings['pace']): Promise<Extras> {
  const [{ PageReader, ReadKey: Key }, { default: NoteKey }, tandem] = await Promise.all([
    import('./aloud/parts.browser'),
    import('./notes/NoteKey.svelte'),
    course.audience === 'parents' ? bringTandem(locale) : undefined,
    loadMessages(locale, ['aloud'])
  ]);
  return { aloud: { reader: new PageReader(locale, pace), Key }, NoteKey, tandem };
}

async function bringTandem(locale: Locale): Promise<Extras['tandem']> {
  const [{ TandemKey: Key, TurnBand: Band }] = await Promise.all([
    import('./tandem/parts.browser'),
    loadMessages(locale, ['lesson'])
  ]);
  return { Key, Band };
}
