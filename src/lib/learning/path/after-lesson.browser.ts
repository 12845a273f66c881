import { personOnDevice } from '$lib/access/person.svelte';
import type { Locale } from '$lib/i18n/locales';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { loadCatalogue, loadPaths } from '../load';
import { chosenPath, pathOf } from './chosen-path';
import { stopAfter, stopsOf, type PathStop } from './on-path';

/**
 * The lesson that comes after one on the path of the person on the device. Nothing where they go none, where it does not hold
 * the lesson or ends with it, or where the device does not have its lists.
 */
export async function afterLesson({
  lesson,
  locale
}: {
  readonly lesson: string;
  readonly locale: Locale;
}): Promise<PathStop | undefined> {
  const engine = await opened.open();
  const ids = idsOf(opened.snapshot, personOnDevice.id);
  const rows = await Promise.all(ids.map((id) => engine.row(chosenPath, id)));
  const chosen = pathOf(rows.flatMap((row) => row ?? []));
  if (chosen === undefined) return undefined;
  const path = (await loadPaths(fetch, locale)).find(({ id }) => id === chosen);
  if (!path) return undefined;
  try {
    return stopAfter(stopsOf(path, (await loadCatalogue(fetch, locale)).files), lesson);
  } catch {
    return undefined;
  }
}
