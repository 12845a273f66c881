import { describe, expect, it } from 'vitest';
import type { HelpAddress } from '../content/for-parents/help';
import { choose, inState, stateOf, telephoneLink } from './choose';

const anAddress = (id: string, changed: Partial<HelpAddress> = {}): HelpAddress => ({
  id,
  name: id,
  whom: 'Für alle.',
  locale: 'de',
  themes: ['money'],
  states: 'all',
  phone: '110',
  isFree: true,
  checked: '2026-11-28',
  ...changed
});

const addresses = [
  anAddress('police', { themes: ['money', 'blackmail'] }),
  anAddress('bavaria', { states: ['BY'] }),
  anAddress('north', { states: ['HH', 'SH'], themes: ['money', 'law'] }),
  anAddress('bavarian-games', { states: ['BY'], themes: ['gaming'] })
];
const ids = (chosen: readonly HelpAddress[]): string[] => chosen.map(({ id }) => id);
const chosenFor = (wanted: Parameters<typeof choose>[1]) => {
  const { here, everywhere } = choose(addresses, wanted);
  return [ids(here), ids(everywhere)];
};

describe('the addresses that are shown', () => {
  it('are those of the state and those for everybody, by theme', () => {
    expect(chosenFor({ theme: 'money', state: 'BY' })).toEqual([['bavaria'], ['police']]);
    expect(chosenFor({ theme: 'gaming', state: 'BY' })).toEqual([['bavarian-games'], []]);
  });

  it('are all of a state where nobody has said what it is about', () => {
    expect(chosenFor({ theme: undefined, state: 'BY' })).toEqual([['bavaria', 'bavarian-games'], ['police']]);
  });

  it('are never those of another state, and none of a state before one is chosen', () => {
    expect(chosenFor({ theme: 'money', state: 'BE' })).toEqual([[], ['police']]);
    expect(chosenFor({ theme: 'money', state: undefined })).toEqual([[], ['police']]);
  });

  it('belong to each of the states that share them', () => {
    expect(ids(inState(addresses, 'HH'))).toEqual(['north']);
    expect(ids(inState(addresses, 'SH'))).toEqual(['north']);
  });
});

it.each([
  ['BY', 'BY'],
  ['by', undefined],
  ['', undefined],
  [null, undefined]
])('a stored state %j is %s', (stored, state) => {
  expect(stateOf(stored)).toBe(state);
});

it('dials digits alone', () => {
  expect(telephoneLink('0800 111 0550')).toBe('tel:08001110550');
});
