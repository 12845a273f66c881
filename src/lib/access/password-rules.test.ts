import { describe, expect, it } from 'vitest';
import { normalPassword, passwordProblem } from './password-rules';

describe('a new password', () => {
  it.each([
    ['with ten characters is taken', 'abcdefghij', undefined],
    ['with nine is too short', 'abcdefghi', 'too-short'],
    ['of nothing is too short', '', 'too-short'],
    ['of ten pictures is taken: people count them as ten', '🌻🌻🌻🌻🌻🌻🌻🌻🌻🌻', undefined],
    ['of nine pictures is too short, however many bytes they have', '🌻🌻🌻🌻🌻🌻🌻🌻🌻', 'too-short'],
    ['needs no digit, capital or sign', 'blaue blume', undefined]
  ])('%s', (_, password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it('is the same password however the keyboard composes an umlaut', () => {
    expect(normalPassword('gru\u0308n')).toBe(normalPassword('gr\u00fcn'));
  });
});
