import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import { inBox, type handfuls, type LootboxParams, type Thing } from './odds.ts';

export type LootboxAction =
  | { type: 'open'; boxes: (typeof handfuls)[number] }
  /** Shows what the coins are in euros. */
  | { type: 'euros' }
  | { type: 'pick'; pick: string }
  | { type: 'undo' };

interface Now {
  opened: number;
  euros: boolean;
  answered: boolean;
}

export interface LootboxState extends Undoable<Now> {
  params: LootboxParams;
  seed: number;
}

/** All boxes shut, and no coin spent. */
export const start = (params: LootboxParams, seed: number): LootboxState => ({
  ...untold(params.help),
  params,
  seed,
  ...undoable({ opened: 0, euros: false, answered: false })
});

/** How many goals are reached, one after the other. */
export function reached({ params, now }: LootboxState): number {
  if (now.opened < params.need) return 0;
  if (!now.euros) return 1;
  return now.answered ? 3 : 2;
}

/** What was in the last boxes, the newest first. */
export const lastFound = ({ params, seed, now }: LootboxState, most: number): Thing[] =>
  Array.from({ length: Math.min(most, now.opened) }, (_, back) => inBox(params, seed, now.opened - 1 - back));

/** How often the wish was in a box between two counts. */
export function wishesIn({ params, seed }: LootboxState, from: number, to: number): number {
  let wishes = 0;
  for (let box = from; box < to; box += 1) if (inBox(params, seed, box).id === params.wish.id) wishes += 1;
  return wishes;
}
