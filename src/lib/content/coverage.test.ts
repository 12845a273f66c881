import { describe, expect, it } from 'vitest';
import { aContent, aLessonYaml, checkOptions, lessonFolder } from '../../../tests/support/content';
import { checkContent } from './check';

const yaml = `${lessonFolder}/lesson.yaml`;

describe('the competences of DigComp 2.2', () => {
  it('are listed with their lessons, all 21', () => {
    const { coverage } = checkContent(aContent(), checkOptions);
    expect(coverage.size).toBe(21);
    expect([...coverage].filter(([, { taught }]) => taught.length > 0)).toEqual([
      ['5.1', { taught: ['X-1.1'], practised: ['X-1.1'] }]
    ]);
  });

  it.each([
    ['questions alone are taught', 'kind: question', []],
    ['a decision is practised', 'kind: decide', ['X-1.1']]
  ])('%s', (_, kind, practised) => {
    const practice = 'kind: do\n    practice: touch\n    scene: pot';
    const { coverage } = checkContent(aContent({ [yaml]: aLessonYaml([practice, kind]) }), checkOptions);
    expect(coverage.get('5.1')).toEqual({ taught: ['X-1.1'], practised });
  });
});
