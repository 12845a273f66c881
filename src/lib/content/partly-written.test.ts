import { describe, expect, it } from 'vitest';
import { aCourseYaml, problemsIn } from '../../../tests/support/content';

const course = 'courses/plants/course.yaml';

describe('a language in which some lessons are written', () => {
  const partly = aCourseYaml(
    ['languages: [de]', 'languages: [de]\npartly: [tr]'],
    ['{ de: Pflanzen }', '{ de: Pflanzen, tr: Bitkiler }'],
    ['{ de: Sie pflegen Pflanzen. }', '{ de: Sie pflegen Pflanzen., tr: Bitkilere bakıyorsunuz. }']
  );

  it('may lack a lesson, but not the title of the course', () => {
    expect(problemsIn({ [course]: partly })).toEqual([]);
    const without = partly.replace(', tr: Bitkiler', '');
    expect(problemsIn({ [course]: without })).toEqual([[course, 6, 'language-missing']]);
  });

  it('is not named among the whole ones, too', () => {
    const text = aCourseYaml(['languages: [de]', 'languages: [de]\npartly: [de]']);
    expect(problemsIn({ [course]: text })).toEqual([[course, 4, 'duplicate-id']]);
  });
});
