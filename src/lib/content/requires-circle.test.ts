import { describe, expect, it } from 'vitest';
import { aCourseYaml, aLessonText, aLessonYaml, lessonFolder, problemsIn } from '../../../tests/support/content';

describe('lessons of two courses that require each other', () => {
  const soil = 'courses/soil/01-earth';
  const second = (requires: string) => ({
    'courses/soil/course.yaml': aCourseYaml(['id: plants', 'id: soil'], ['[01-water]', '[01-earth]']),
    [`${soil}/lesson.yaml`]: aLessonYaml(['id: water', 'id: earth'], ['requires: []', `requires: [${requires}]`]),
    [`${soil}/de.md`]: aLessonText(),
    [`${lessonFolder}/lesson.yaml`]: aLessonYaml(['requires: []', 'requires: [earth]'])
  });

  it('are a circle, named once', () => {
    expect(problemsIn(second('water'))).toEqual([[`${lessonFolder}/lesson.yaml`, 6, 'requires-circle']]);
  });

  it('are none where only one needs the other', () => {
    expect(problemsIn(second(''))).toEqual([]);
  });
});
