import type { Line, Saying } from '../contract.ts';
import { info } from '../saying.ts';
import { keysOf, keysOn } from './layout.ts';
import { wantedBy, type KeyboardAction, type KeyboardState } from './state.ts';
import { strengthOf } from './strength.ts';

type KeyboardLine = Line<KeyboardAction>;

/** What stands above the field: the sentence to copy, or how strong the password is so far. */
export const headOf = (state: KeyboardState): Saying =>
  state.params.task === 'password'
    ? info(`practice.keyboard.strength.${strengthOf(state.text)}`)
    : info('practice.keyboard.wanted', { sentence: wantedBy(state) ?? '' });

/** What a key writes now. */
export const faceOf = ({ shift }: KeyboardState, sign: string): string =>
  shift && sign !== 'ß' ? sign.toLocaleUpperCase('de') : sign;

/** The keyboard in words: the field to write into at once, and each key as on the screen. */
export const lines = (state: KeyboardState): KeyboardLine[] => [
  {
    id: 'text',
    words: headOf(state),
    write: { label: info('practice.keyboard.field'), action: (text) => ({ type: 'write', text }) }
  },
  { id: 'written', words: info('practice.keyboard.written', { text: state.text }) },
  { id: 'key-check', words: info('practice.keyboard.check'), action: { type: 'check' } },
  ...signLines(state),
  {
    id: 'key-page',
    words: info(state.page === 'letters' ? 'practice.keyboard.toFigures' : 'practice.keyboard.toLetters'),
    action: { type: 'page' }
  },
  { id: 'key-space', words: info('practice.keyboard.space'), action: { type: 'key', sign: ' ' } },
  { id: 'key-delete', words: info('practice.keyboard.delete'), action: { type: 'delete' } }
];

/** The keys with a sign on them; among the letters the one for capitals, which says whether it is down. */
function signLines(state: KeyboardState): KeyboardLine[] {
  const { page, params, shift } = state;
  const { layout } = params.texts;
  const keys = keysOn(layout, page).map((sign): KeyboardLine => ({
    id: `key-${sign}`,
    words: faceOf(state, sign),
    action: { type: 'key', sign },
    isSign: true
  }));
  if (page === 'figures') return keys;
  const capitals: KeyboardLine = {
    id: 'key-shift',
    words: info('practice.keyboard.shift'),
    value: info(shift ? 'practice.settings.on' : 'practice.settings.off'),
    action: { type: 'shift' }
  };
  const { shiftBefore } = keysOf(layout);
  return [...keys.slice(0, shiftBefore), capitals, ...keys.slice(shiftBefore)];
}
