import { describe, expect, it } from 'vitest';
import { codeAlphabet, newCode, readCode, showCode } from './enrolment-code';

const bytes = (...values: number[]) => ({ random: () => Uint8Array.from(values) });

describe('an enrolment code', () => {
  it.each(['0', 'O', '1', 'I', 'L', '2', 'Z', '5', 'S', '8', 'B', 'U', 'V'])(
    'never holds the look-alike %s',
    (sign) => {
      expect(codeAlphabet).not.toContain(sign);
    }
  );

  it('is six signs of the alphabet', () => {
    expect(newCode(bytes(0, 1, 2, 22, 23, 24))).toBe('ACD9AC');
  });

  it('throws the dice again above the last whole round, so that no sign is likelier', () => {
    let throws = 0;
    const random = () =>
      throws++ === 0 ? Uint8Array.from([253, 254, 255, 0, 0, 0]) : Uint8Array.from([1, 1, 1, 1, 1, 1]);
    expect(newCode({ random })).toBe('AAACCC');
  });

  it.each([
    ['as it is', 'ACD346', 'ACD346'],
    ['in small letters', 'acd346', 'ACD346'],
    ['with a space', 'ACD 346', 'ACD346'],
    ['with a dash and blanks around', ' acd-346 ', 'ACD346'],
    ['too short', 'ACD34', undefined],
    ['too long', 'ACD3467', undefined],
    ['with a sign that no code has', 'ACD340', undefined],
    ['empty', '', undefined]
  ])('typed %s', (_, typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it('is shown in two halves', () => {
    expect(showCode('ACD346')).toBe('ACD 346');
  });
});
