import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import { itemAt, itemsOf, type Item, type Menu, type ParentalParams } from './menus.ts';

export type ParentalAction =
  | { type: 'open'; menu: string }
  | { type: 'back' }
  | { type: 'choose'; at: string; option: string }
  | { type: 'toggle'; at: string }
  | { type: 'minutes'; at: string; to: 'more' | 'less' }
  /** The number is looked at and forgotten: only that there is a good one becomes part of a state. */
  | { type: 'pin'; at: string; number: string }
  | { type: 'undo' };

type Value = string | number | boolean;

interface Now {
  menu: string | undefined;
  values: Readonly<Record<string, Value>>;
}

export interface ParentalState extends Undoable<Now> {
  params: ParentalParams;
}

/** The first page of the menus; no PIN is set. */
export const start = (params: ParentalParams): ParentalState => ({
  ...untold(params.help),
  params,
  ...undoable({
    menu: undefined,
    values: Object.fromEntries(itemsOf(params).map((one) => [one.id, one.kind === 'pin' ? false : one.value]))
  })
});

export const menuOf = ({ params, now }: ParentalState): Menu | undefined =>
  params.menus.find(({ id }) => id === now.menu);

export const nameOf = ({ params }: ParentalState, id: string): string => params.texts.labels[id] ?? id;

export const valueOf = ({ now }: ParentalState, at: string): Value | undefined => now.values[at];

/** How many minutes an item stands at. */
export function minutesOf({ now }: ParentalState, at: string): number {
  const value = now.values[at];
  return typeof value === 'number' ? value : 0;
}

/** Whether an item stands at something that suits the child. */
export function isMet(state: ParentalState, one: Item): boolean {
  const value = valueOf(state, one.id);
  switch (one.kind) {
    case 'choice':
      return one.want.some((wanted) => wanted === value);
    case 'switch':
      return value === one.want;
    case 'minutes':
      return one.want[0] <= minutesOf(state, one.id) && minutesOf(state, one.id) <= one.want[1];
    case 'pin':
      return value === true;
  }
}

/** How many goals are reached, one after the other: whatever is set too early counts when its turn comes. */
export function reached(state: ParentalState): number {
  const { goals } = state.params;
  const open = goals.findIndex((goal) => {
    const one = itemAt(state.params, goal);
    return one !== undefined && !isMet(state, one);
  });
  return open < 0 ? goals.length : open;
}
