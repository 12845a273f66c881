import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { Hit, HitWords, SearchParams } from './hits.ts';

export type SearchAction =
  /** What was written is compared and forgotten: it never becomes part of a state. */
  | { type: 'search'; text: string }
  | { type: 'suggest'; index: number }
  | { type: 'open'; hit: string }
  | { type: 'back' }
  | { type: 'mark'; hit: string }
  | { type: 'check' }
  | { type: 'choose' }
  | { type: 'undo' };

export interface SearchNow {
  /** The results show. */
  searched: boolean;
  /** The hit whose page is open. */
  open: string | undefined;
  /** The pages looked at. */
  seen: readonly string[];
  /** The hits marked as adverts. */
  marked: readonly string[];
  /** What was asked for is found. */
  found: boolean;
}

export interface SearchState extends Undoable<SearchNow> {
  params: SearchParams;
}

export const start = (params: SearchParams): SearchState => ({
  ...untold(params.help),
  params,
  ...undoable<SearchNow>({ searched: false, open: undefined, seen: [], marked: [], found: false })
});

/** A hit with its words. */
export interface Shown {
  hit: Hit;
  words: HitWords;
}

export function hitAt({ params }: SearchState, id: string | undefined): Shown | undefined {
  const hit = params.hits.find((one) => one.id === id);
  const words = hit && params.texts.hits[hit.id];
  return hit && words && { hit, words };
}

/** The first hit that is marked without being an advert, and the first advert that is not marked. */
export function wrongMark({ params, now }: SearchState): { extra: Hit | undefined; missing: Hit | undefined } {
  return {
    extra: params.hits.find(({ id, kind }) => kind !== 'ad' && now.marked.includes(id)),
    missing: params.hits.find(({ id, kind }) => kind === 'ad' && !now.marked.includes(id))
  };
}

/** How many pages are to be looked at before one is chosen. */
export const toSee = ({ ask }: SearchParams): number => (ask === 'compare' ? 2 : 1);

/** Whether the open page can be chosen at all. */
export const canChoose = ({ ask }: SearchParams): boolean => ask === 'compare' || ask === 'route';
