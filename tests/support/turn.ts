import { sourceHash } from '../../scripts/source-hash.js';

/** A number that is another one with each state of the sources: what `npm test` looks at by turns is chosen by it. */
export const turnOfSources: number = Number.parseInt(sourceHash().slice(0, 8), 16);

/** The one of some things whose turn it is. @throws where there is none */
export function pick<Item>(items: readonly Item[], turn = turnOfSources): Item {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}
