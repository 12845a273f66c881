import type { Control, Guide, HelpAction, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { looksReal } from '../typed.ts';
import { did, takeBack } from '../undo.ts';
import { again, info, told } from '../saying.ts';
import { control, lines } from './lines.ts';
import { itemAt, menuWith, paramsSchema, weakness, type Item, type ParentalParams } from './menus.ts';
import {
  isMet,
  menuOf,
  minutesOf,
  nameOf,
  reached,
  start,
  valueOf,
  type ParentalAction,
  type ParentalState
} from './state.ts';

export { paramsSchema };

function reduce(state: ParentalState, action: ParentalAction | HelpAction): ParentalState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'undo':
      return takeBack(state);
    case 'open':
      return opened(state, action.menu);
    case 'back':
      return say(
        state.now.menu === undefined ? state : did(state, { menu: undefined }),
        info('practice-parental.atStart')
      );
    default: {
      const one = menuOf(state)?.items.find(({ id }) => id === action.at);
      return one ? changed(state, one, action) : state;
    }
  }
}

function opened(state: ParentalState, menu: string): ParentalState {
  if (!state.params.menus.some(({ id }) => id === menu)) return state;
  const words = info('practice-parental.in', { place: nameOf(state, menu) });
  return say(state.now.menu === menu ? state : did(state, { menu }), words);
}

type Change = Extract<ParentalAction, { at: string }>;

function changed(state: ParentalState, one: Item, action: Change): ParentalState {
  switch (action.type) {
    case 'choose':
      return one.kind === 'choice' && one.options.includes(action.option) ? set(state, one, action.option) : state;
    case 'toggle':
      return one.kind === 'switch' ? set(state, one, valueOf(state, one.id) !== true) : state;
    case 'minutes':
      return one.kind === 'minutes' ? moved(state, one, action.to) : state;
    case 'pin':
      return one.kind === 'pin' ? pinned(state, one, action.number) : state;
  }
}

function moved(state: ParentalState, one: Extract<Item, { kind: 'minutes' }>, to: 'more' | 'less'): ParentalState {
  const minutes = minutesOf(state, one.id) + (to === 'more' ? one.by : -one.by);
  if (minutes < 0) return say(state, info('practice-parental.least'));
  if (minutes > one.most) return say(state, info('practice-parental.most'));
  return set(state, one, minutes);
}

function pinned(state: ParentalState, one: Item, written: string): ParentalState {
  const number = written.replace(/\s/g, '');
  const { help, bornIn } = state.params;
  if (number === '') return say(state, info('practice-parental.pinEmpty'));
  if (looksReal(written)) return say(state, again('practice.frame.noRealData'));
  if (!/^\d{4}$/.test(number)) return say(state, again('practice-parental.pinShape'));
  const weak = weakness(number, bornIn);
  if (weak) return miss(state, help, again(`practice-parental.pin.${weak}`));
  return set(state, one, true);
}

/** After a change: a step forward when a goal is reached, otherwise what stands there now and what it means. */
function set(state: ParentalState, one: Item, value: string | number | boolean): ParentalState {
  const { params, now } = state;
  if (valueOf(state, one.id) === value) return say(state, stands(state, one));
  const next = did(state, { values: { ...now.values, [one.id]: value } });
  const isGoal = params.goals.includes(one.id);
  if (!isGoal) return say(next, stands(next, one));
  if (isMet(next, one)) {
    const words = told(params.texts.right[one.id], 'good');
    return isMet(state, one) ? say(next, words) : forward(next, params.help, words);
  }
  // On the way to the right minutes nothing is wrong yet.
  if (one.kind === 'minutes' && !isMet(state, one)) return say(next, stands(next, one));
  return miss(next, params.help, told(params.texts.wrong[one.id], 'again'));
}

function stands(state: ParentalState, one: Item): Saying {
  const name = nameOf(state, one.id);
  const value = valueOf(state, one.id);
  switch (one.kind) {
    case 'choice':
      return info('practice-parental.stands', { name, value: nameOf(state, String(value)) });
    case 'switch':
      return info(value === true ? 'practice-parental.nowOn' : 'practice-parental.nowOff', { name });
    case 'minutes':
      return info('practice-parental.nowMinutes', { name, minutes: minutesOf(state, one.id) });
    case 'pin':
      return info(value === true ? 'practice-parental.pinSet' : 'practice-parental.pinOpen');
  }
}

function guide(state: ParentalState): Guide<ParentalAction> | undefined {
  const { params, now } = state;
  const goal = params.goals[reached(state)];
  const one = goal === undefined ? undefined : itemAt(params, goal);
  const menu = goal === undefined ? undefined : menuWith(params, goal);
  if (!one || !menu) return undefined;
  if (now.menu === undefined)
    return {
      action: { type: 'open', menu: menu.id },
      saying: info('practice.guide.tap', { name: nameOf(state, menu.id) })
    };
  if (now.menu !== menu.id) return { action: { type: 'back' }, saying: info('practice.guide.back') };
  return moveAt(state, one);
}

function moveAt(state: ParentalState, one: Item): Guide<ParentalAction> {
  const at = one.id;
  const name = nameOf(state, at);
  switch (one.kind) {
    case 'choice': {
      const option = one.want[0] ?? '';
      return {
        action: { type: 'choose', at, option },
        saying: info('practice.guide.tap', { name: nameOf(state, option) })
      };
    }
    case 'switch':
      return { action: { type: 'toggle', at }, saying: info('practice.guide.tap', { name }) };
    case 'minutes': {
      const isLess = minutesOf(state, at) > one.want[1];
      return isLess
        ? { action: { type: 'minutes', at, to: 'less' }, saying: info('practice.guide.less', { name }) }
        : { action: { type: 'minutes', at, to: 'more' }, saying: info('practice.guide.more', { name }) };
    }
    case 'pin':
      return {
        action: { type: 'pin', at, number: one.offer },
        saying: info('practice-parental.guidePin', { number: one.offer })
      };
  }
}

/** The pretend menus for parents: what suits the child is set, one thing after the other or in any order. */
export const parental: Rules<ParentalParams, ParentalState, ParentalAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, reached(state), guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: ParentalParams): Control[] => controlsOf(parental, params);
