import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { Item, Page, ShopParams } from './pages.ts';

export type ShopAction =
  { type: 'go'; page: string } | { type: 'look'; at: string } | { type: 'buy' } | { type: 'leave' } | { type: 'undo' };

interface Now {
  page: string;
  /** The signs that were named, in their order. */
  found: readonly string[];
  /** The right verdict was given. */
  decided: boolean;
}

export interface ShopState extends Undoable<Now> {
  params: ShopParams;
}

/** The shop's first page. */
export const start = (params: ShopParams): ShopState => ({
  ...untold(params.help),
  params,
  ...undoable({ page: params.pages[0]?.id ?? '', found: [], decided: false })
});

export const pageOf = ({ params, now }: ShopState): Page | undefined => params.pages.find(({ id }) => id === now.page);

/** Whether enough signs were named to judge by. */
export const isEnough = ({ params, now }: ShopState): boolean => now.found.length >= params.need;

/** The page on which something stands; undefined for what every page has. */
export const pageWith = ({ params }: ShopState, at: string): string | undefined =>
  params.pages.find(({ items }) => items.some(({ id }) => id === at))?.id;

/** What can be looked at on the open page, by its name. */
export const itemAt = (state: ShopState, at: string): Item | undefined =>
  pageOf(state)?.items.find(({ id }) => id === at);

/** What is noted so far. */
export const notes = ({ params, now }: ShopState): string[] =>
  now.found.map((sign) => params.texts.notes[sign] ?? sign);
