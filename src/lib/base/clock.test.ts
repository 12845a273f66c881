import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockStart, formatStamp, observe, parseStamp, stampMs, tick, type ClockState } from './clock';

const state: fc.Arbitrary<ClockState> = fc.record({ ms: fc.nat(2 ** 47), counter: fc.nat(0xffff) });
const stampOf = (clock: ClockState) => formatStamp({ ...clock, device: 'd' });

describe('the clock', () => {
  test('never goes back, whatever the time does', () => {
    fc.assert(
      fc.property(state, fc.integer({ min: -1, max: 2 ** 47 }), (clock, now) => {
        expect(stampOf(tick(clock, now)) > stampOf(clock)).toBe(true);
      })
    );
  });

  test('goes on after everything it has seen', () => {
    fc.assert(
      fc.property(state, state, (clock, seen) => {
        const next = tick(observe(clock, seen), 0);
        expect(stampOf(next) > stampOf(seen) && stampOf(next) > stampOf(clock)).toBe(true);
      })
    );
  });

  test('stays with the real time', () => {
    expect(tick(clockStart, 1000.7)).toEqual({ ms: 1000, counter: 0 });
  });

  test('a stamp is read as it was written', () => {
    fc.assert(
      fc.property(state, (clock) => {
        expect(parseStamp(stampOf(clock))).toEqual({ ...clock, device: 'd' });
        expect(stampMs(stampOf(clock))).toBe(clock.ms);
      })
    );
  });

  test.each(['', '0-0-d', '00000000000a-0000-', '00000000000A-0000-d', '00000000000a-0000-d d'])(
    '%j is no stamp',
    (text) => {
      expect(parseStamp(text)).toBeUndefined();
    }
  );
});
