import type { Control, Line } from '../contract.ts';
import { info } from '../saying.ts';
import { backLine, undoLine } from '../undo.ts';
import type { Item } from './menus.ts';
import { menuOf, minutesOf, nameOf, valueOf, type ParentalAction, type ParentalState } from './state.ts';

type MenuLine = Line<ParentalAction>;

/** The pretend menus in words: the page that is open, with all that can be done on it. */
export function lines(state: ParentalState): MenuLine[] {
  const menu = menuOf(state);
  if (!menu)
    return [
      ...state.params.menus.map<MenuLine>(({ id }) => ({
        id: `open-${id}`,
        words: nameOf(state, id),
        action: { type: 'open', menu: id }
      })),
      undoLine
    ];
  return [
    { id: 'place', words: nameOf(state, menu.id) },
    ...menu.items.flatMap((one) => itemLines(state, one)),
    backLine,
    undoLine
  ];
}

function itemLines(state: ParentalState, one: Item): MenuLine[] {
  const at = one.id;
  const words = nameOf(state, at);
  switch (one.kind) {
    case 'choice':
      return [
        { id: at, words, value: nameOf(state, String(valueOf(state, at))) },
        ...one.options.map<MenuLine>((option) => ({
          id: `${at}-${option}`,
          words: nameOf(state, option),
          action: { type: 'choose', at, option }
        }))
      ];
    case 'switch': {
      const isOn = valueOf(state, at) === true;
      const value = info(isOn ? 'practice-parental.on' : 'practice-parental.off');
      return [{ id: at, words, value, action: { type: 'toggle', at } }];
    }
    case 'minutes':
      return [
        { id: at, words, value: info('practice-parental.minutes', { minutes: minutesOf(state, at) }) },
        {
          id: `${at}-less`,
          words: info('practice-parental.less', { name: words }),
          action: { type: 'minutes', at, to: 'less' }
        },
        {
          id: `${at}-more`,
          words: info('practice-parental.more', { name: words }),
          action: { type: 'minutes', at, to: 'more' }
        }
      ];
    case 'pin':
      return [
        {
          id: at,
          words,
          value: info(valueOf(state, at) === true ? 'practice-parental.pinSet' : 'practice-parental.pinOpen'),
          write: { label: info('practice-parental.pinLabel'), action: (number) => ({ type: 'pin', at, number }) }
        }
      ];
  }
}

/** The control of an action on the pretend screen. */
export function control(action: ParentalAction): Control {
  switch (action.type) {
    case 'open':
      return { id: `open-${action.menu}` };
    case 'choose':
      return { id: `${action.at}-${action.option}` };
    case 'toggle':
      return { id: `toggle-${action.at}` };
    case 'minutes':
      return { id: `${action.at}-${action.to}` };
    case 'pin':
      return { id: `pin-${action.at}`, write: { into: action.at, text: action.number } };
    case 'back':
    case 'undo':
      return { id: action.type };
  }
}
