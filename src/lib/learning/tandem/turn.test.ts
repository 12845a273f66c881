import { describe, expect, it } from 'vitest';
import type { StepKind } from '$lib/content/lesson';
import { turnAt } from './turn';

const turns = (...kinds: StepKind[]) =>
  kinds.map(
    (_, index) =>
      turnAt(
        kinds.map((kind) => ({ kind })),
        index
      )?.task
  );

describe('a lesson for two', () => {
  it('has the parent read first, and the child answer and practise first', () => {
    expect(turns('read', 'do', 'question')).toEqual(['parentRead', 'childPractise', 'childAnswer']);
  });

  it('gives each its turn with the same deed, whatever lies in between', () => {
    expect(turns('read', 'question', 'look', 'decide', 'read', 'question')).toEqual([
      'parentRead',
      'childAnswer',
      'childRead',
      'parentAnswer',
      'parentRead',
      'childAnswer'
    ]);
  });

  it('has whoever is asked order and match, and both talk', () => {
    expect(turns('order', 'match', 'talk')).toEqual(['childAnswer', 'parentAnswer', 'bothTry']);
  });

  it('has both try it away from the lesson, and nobody after the last step', () => {
    expect(turns('read', 'try')).toEqual(['parentRead', 'bothTry']);
    expect(turnAt([{ kind: 'read' }], 1)).toBeUndefined();
  });
});
