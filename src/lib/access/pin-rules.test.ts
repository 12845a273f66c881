import { describe, expect, it } from 'vitest';
import { afterWrongTry, isEasyPin, isPin, waitAsOf, type Tries } from './pin-rules';

describe('a PIN', () => {
  it.each([
    ['271828', true],
    ['000000', true],
    ['27182', false],
    ['2718281', false],
    ['27182a', false],
    ['', false]
  ])('%j: %s', (text, is) => expect(isPin(text)).toBe(is));

  it.each(['000000', '999999', '123456', '987654', '121212', '123123'])('%s is easy to guess', (pin) => {
    expect(isEasyPin(pin)).toBe(true);
  });

  it.each(['271828', '112233', '190457'])('%s is not', (pin) => {
    expect(isEasyPin(pin)).toBe(false);
  });
});

describe('wrong tries', () => {
  it('wait from the fifth on, longer each time, and end with the tenth', () => {
    const waits: (number | 'over')[] = [];
    let tries: Tries | 'over' = { wrong: 0, waitUntil: 0 };
    while (tries !== 'over') {
      tries = afterWrongTry(tries, 1000);
      waits.push(tries === 'over' ? tries : Math.max(0, tries.waitUntil - 1000) / 60_000);
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 'over']);
  });

  it('last as they were given, and after a clock was set back no longer than the longest', () => {
    const minute = 60_000;
    const tries = { wrong: 9, waitUntil: 100 * minute };
    expect(waitAsOf(tries, 84 * minute)).toBe(100 * minute);
    expect(waitAsOf(tries, 200 * minute)).toBe(100 * minute);
    expect(waitAsOf(tries, 10 * minute)).toBe(26 * minute);
  });
});
