import type { Saying, Told } from '../contract.ts';
import { untold } from '../telling.ts';
import { leaves, menuOf, radioOf, type Goal, type Leaf, type SettingsParams } from './tree.ts';

export type SettingsAction =
  | { type: 'open'; menu: string }
  | { type: 'back' }
  | { type: 'toggle'; at: string }
  | { type: 'step'; at: string; by: 1 | -1 }
  | { type: 'choose'; at: string; option: string }
  | { type: 'read'; at: string }
  | { type: 'visit'; network: string }
  /** What was written is compared and forgotten: it never becomes part of a state. */
  | { type: 'join'; network: string; password: string }
  | { type: 'undo' }
  | { type: 'search'; query: string };

type Value = boolean | number | string;

/** All that can be changed and taken back. */
export interface Settled {
  values: Readonly<Record<string, Value>>;
  joined: string | undefined;
}

export interface SettingsState extends Told, Settled {
  params: SettingsParams;
  reached: number;
  /** The open menu, and in it the open network; neither is the first page. */
  menu: string | undefined;
  network: string | undefined;
  /** What is looked for; empty outside the search. */
  query: string;
  past: readonly Settled[];
  /** The fact that was tapped last. */
  lastRead: string | undefined;
}

const valueOf = (leaf: Leaf): [string, Value][] => ('value' in leaf ? [[leaf.id, leaf.value]] : []);

/** The settings as they are before anybody touches them. */
export function start(params: SettingsParams): SettingsState {
  return {
    ...untold(params.help),
    params,
    reached: 0,
    values: Object.fromEntries(leaves(params).flatMap(valueOf)),
    joined: undefined,
    menu: undefined,
    network: undefined,
    query: '',
    past: [],
    lastRead: undefined
  };
}

/** The word for a menu, a setting or an option. */
export const nameOf = ({ params }: SettingsState, id: string): string => params.texts.labels[id] ?? id;

/** The step a setting stands at; 1 where it is no setting in steps. */
export function stepOf({ values }: SettingsState, at: string): number {
  const value = values[at];
  return typeof value === 'number' ? value : 1;
}

export const isOn = ({ values }: SettingsState, at: string): boolean => values[at] === true;

/** Whether the networks of a menu show: its switch is on, or it has none. */
export function networksShow(state: SettingsState, network: string): boolean {
  const menu = menuOf(state.params, network);
  const radio = menu && radioOf(menu);
  return radio === undefined || isOn(state, radio);
}

/** Whether a goal is met. */
export function isMet(state: SettingsState, goal: Goal): boolean {
  switch (goal.want) {
    case 'read':
      return state.lastRead === goal.at;
    case 'on':
      return isOn(state, goal.at);
    case 'off':
      return !isOn(state, goal.at);
    case 'option':
      return state.values[goal.at] === goal.option;
    case 'at-least':
      return stepOf(state, goal.at) >= goal.step;
    case 'at-most':
      return stepOf(state, goal.at) <= goal.step;
    case 'joined':
      return state.joined === goal.at;
  }
}

/** What a search finds: each setting and menu whose name has the words in it, with the menu it stands in. */
export function found(state: SettingsState): { menu: string; id: string }[] {
  const wanted = state.query.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  const has = (id: string): boolean => nameOf(state, id).toLocaleLowerCase().includes(wanted);
  return state.params.tree.flatMap(({ id: menu, items }) =>
    [menu, ...items.filter(({ kind }) => kind !== 'network').map(({ id }) => id)]
      .filter(has)
      .map((id) => ({ menu, id }))
  );
}

/** A setting's value in words. */
export function valueWords(state: SettingsState, leaf: Leaf): Saying | string {
  switch (leaf.kind) {
    case 'switch':
      return { key: isOn(state, leaf.id) ? 'practice.settings.on' : 'practice.settings.off', tone: 'info' };
    case 'steps':
      return {
        key: 'practice.settings.step',
        values: { step: stepOf(state, leaf.id), most: leaf.most },
        tone: 'info'
      };
    case 'choice':
      return nameOf(state, String(state.values[leaf.id]));
    case 'fact':
      return state.params.texts.facts[leaf.id] ?? '';
    case 'network':
      if (state.joined === leaf.id) return { key: 'practice.settings.joined', tone: 'info' };
      return { key: leaf.password ? 'practice.settings.locked' : 'practice.settings.unlocked', tone: 'info' };
  }
}
