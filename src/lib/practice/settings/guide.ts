import type { Control, Guide, Line } from '../contract.ts';
import { backLine, undoLine } from '../undo.ts';
import { found, isOn, nameOf, networksShow, valueWords, type SettingsAction, type SettingsState } from './state.ts';
import { leafAt, menuOf, radioOf, type Goal, type Leaf } from './tree.ts';

type Move = Guide<SettingsAction>;

const back: Move = { action: { type: 'back' }, saying: { key: 'practice.guide.back', tone: 'info' } };

/** The field above the menus, in the list as well. */
const searchLine: Line<SettingsAction> = {
  id: 'search',
  words: { key: 'practice.settings.title', tone: 'info' },
  write: {
    label: { key: 'practice.settings.search', tone: 'info' },
    action: (query) => ({ type: 'search', query })
  }
};

const tapOn = (state: SettingsState, id: string, action: SettingsAction): Move => ({
  action,
  saying: { key: 'practice.guide.tap', values: { name: nameOf(state, id) }, tone: 'info' }
});

/** The next right move towards the open goal. */
export function guide(state: SettingsState): Move | undefined {
  const goal = state.params.goals[state.reached];
  if (!goal) return undefined;
  const menu = menuOf(state.params, goal.at);
  if (!menu) return undefined;
  if (state.query !== '') return back;
  if (state.menu === undefined) return tapOn(state, menu.id, { type: 'open', menu: menu.id });
  if (state.menu !== menu.id) return back;
  if (state.network !== undefined && state.network !== goal.at) return back;
  return moveIn(state, goal);
}

function moveIn(state: SettingsState, goal: Goal): Move {
  const { at } = goal;
  const name = nameOf(state, at);
  switch (goal.want) {
    case 'read':
      return tapOn(state, at, { type: 'read', at });
    case 'on':
    case 'off':
      return tapOn(state, at, { type: 'toggle', at });
    case 'option':
      return tapOn(state, goal.option, { type: 'choose', at, option: goal.option });
    case 'at-least':
      return {
        action: { type: 'step', at, by: 1 },
        saying: { key: 'practice.guide.more', values: { name }, tone: 'info' }
      };
    case 'at-most':
      return {
        action: { type: 'step', at, by: -1 },
        saying: { key: 'practice.guide.less', values: { name }, tone: 'info' }
      };
    case 'joined':
      return moveToJoin(state, at);
  }
}

function moveToJoin(state: SettingsState, network: string): Move {
  const menu = menuOf(state.params, network);
  const radio = menu && radioOf(menu);
  if (radio !== undefined && !isOn(state, radio))
    return state.network === undefined ? tapOn(state, radio, { type: 'toggle', at: radio }) : back;
  if (state.network !== network) return tapOn(state, network, { type: 'visit', network });
  const leaf = leafAt(state.params, network);
  const password = leaf?.kind === 'network' ? (leaf.password ?? '') : '';
  return {
    action: { type: 'join', network, password },
    saying: password
      ? { key: 'practice.guide.password', values: { password }, tone: 'info' }
      : { key: 'practice.guide.join', tone: 'info' }
  };
}

type ListLine = Line<SettingsAction>;

/** The pretend screen in words: the page that is open, with all that can be done on it. */
export function lines(state: SettingsState): ListLine[] {
  if (state.query !== '') return [...foundLines(state), backLine];
  if (state.menu === undefined) {
    return [
      searchLine,
      ...state.params.tree.map(({ id }) => ({
        id,
        words: nameOf(state, id),
        action: { type: 'open' as const, menu: id }
      })),
      undoLine
    ];
  }
  if (state.network !== undefined) return [...networkLines(state, state.network), backLine];
  const items = state.params.tree.find(({ id }) => id === state.menu)?.items ?? [];
  return [...items.flatMap((leaf) => leafLines(state, leaf)), backLine, undoLine];
}

function foundLines(state: SettingsState): ListLine[] {
  const hits = found(state);
  if (hits.length === 0) return [{ id: 'nothing', words: { key: 'practice.settings.nothingFound', tone: 'info' } }];
  return hits.map(({ menu, id }) => ({
    id: `found-${id}`,
    words: nameOf(state, id),
    value: nameOf(state, menu),
    action: { type: 'open', menu }
  }));
}

function networkLines(state: SettingsState, network: string): ListLine[] {
  const leaf = leafAt(state.params, network);
  if (leaf?.kind !== 'network') return [];
  const words = nameOf(state, network);
  if (leaf.own && leaf.password)
    return [
      {
        id: `join-${network}`,
        words,
        write: {
          label: { key: 'practice.settings.password', tone: 'info' },
          action: (password) => ({ type: 'join', network, password })
        }
      }
    ];
  const join: ListLine = {
    id: `join-${network}`,
    words: { key: leaf.own ? 'practice.settings.join' : 'practice.settings.joinAnyway', tone: 'info' },
    action: { type: 'join', network, password: '' }
  };
  return leaf.password ? [{ id: network, words }] : [{ id: network, words }, join];
}

function leafLines(state: SettingsState, leaf: Leaf): ListLine[] {
  const { id } = leaf;
  const base = { id, words: nameOf(state, id), value: valueWords(state, leaf) };
  switch (leaf.kind) {
    case 'switch':
      return [{ ...base, action: { type: 'toggle', at: id } }];
    case 'steps':
      return [
        base,
        {
          id: `${id}-less`,
          words: { key: 'practice.settings.less', values: { name: base.words }, tone: 'info' },
          action: { type: 'step', at: id, by: -1 }
        },
        {
          id: `${id}-more`,
          words: { key: 'practice.settings.more', values: { name: base.words }, tone: 'info' },
          action: { type: 'step', at: id, by: 1 }
        }
      ];
    case 'choice':
      return [
        base,
        ...leaf.options.map((option) => ({
          id: `${id}-${option}`,
          words: nameOf(state, option),
          action: { type: 'choose' as const, at: id, option }
        }))
      ];
    case 'fact':
      return [{ ...base, action: { type: 'read', at: id } }];
    case 'network':
      return networksShow(state, id) ? [{ ...base, action: { type: 'visit', network: id } }] : [];
  }
}

/** The control of an action on the pretend screen. */
export function control(action: SettingsAction): Control {
  switch (action.type) {
    case 'open':
      return { id: `open-${action.menu}` };
    case 'toggle':
      return { id: `toggle-${action.at}` };
    case 'step':
      return { id: `${action.at}-${action.by > 0 ? 'more' : 'less'}` };
    case 'choose':
      return { id: `${action.at}-${action.option}` };
    case 'read':
      return { id: `read-${action.at}` };
    case 'visit':
      return { id: `visit-${action.network}` };
    case 'join':
      return action.password === ''
        ? { id: `join-${action.network}` }
        : { id: `join-${action.network}`, write: { into: 'password', text: action.password } };
    case 'search':
      return { id: 'search', write: { into: 'query', text: action.query } };
    case 'back':
    case 'undo':
      return { id: action.type };
  }
}
