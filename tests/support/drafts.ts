import fc from 'fast-check';
import type { SyncEvent } from '$lib/sync/event';

/** In which stream, and by whom. */
type Where = Pick<SyncEvent, 'stream' | 'by'>;
export type RandomDraft = Where & Pick<SyncEvent, 'type' | 'data'>;

/** One of some words. */
export const word = (words: readonly string[]) => fc.constantFrom(...words);

/** What somebody may write of one type. */
export function drafts(
  type: string,
  where: fc.Arbitrary<Where>,
  data: fc.Arbitrary<unknown>
): fc.Arbitrary<RandomDraft> {
  return fc.tuple(where, data).map(([place, content]) => ({ ...place, type, data: content }));
}
