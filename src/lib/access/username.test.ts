import { describe, expect, it } from 'vitest';
import { normalUsername, usernameProblem } from './username';

describe('a username', () => {
  it('is looked up without regard to capitals and blanks around it', () => {
    expect(normalUsername('  Anna.Berg ')).toBe('anna.berg');
  });

  it.each([
    ['anna', undefined],
    ['anna.berg-2', undefined],
    ['jürgen', undefined],
    ['a', 'form'],
    ['', 'form'],
    ['anna berg', 'form'],
    ['.anna', 'form'],
    ['x'.repeat(41), 'form']
  ])('%j → %s', (typed, problem) => {
    expect(usernameProblem(typed)).toBe(problem);
  });
});
