import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { Audience, CourseFile } from '$lib/content/lesson';
import { doneOf, lettersOf, passportOf } from './passport';

const at = (day: number) => formatStamp({ ms: Date.UTC(2026, 9, day), counter: 0, device: 'tablet' });

function aCourse(id: string, audience: Audience, competences: readonly string[][]): CourseFile {
  const lessons = competences.map((codes, index) => ({
    ...{ id: `${id}-${index + 1}`, title: `${id} ${index + 1}`, goal: '', minutes: 10 },
    ...{ steps: [], practices: [], pictures: [], file: '', sizeBytes: 0, competences: codes }
  }));
  return { id, locale: 'de', audience, picture: 'robot', title: id, summary: '', minutes: 20, sizeBytes: 0, lessons };
}

const photos = aCourse('photos', 'seniors', [['3.2', '1.3'], ['2.2']]);
const sensor = aCourse('sensor', 'makers', [['5.1']]);
const done = (lesson: string, day = 5) => ({ lesson, completedAt: at(day) });

describe('the skills passport', () => {
  it('names each competence of finished lessons once, by area, in the order of the framework', () => {
    const again = aCourse('again', 'parents', [['1.3', '4.1']]);
    const { skills } = passportOf([photos, again], [done('photos-1'), done('again-1')]);
    expect(skills).toEqual([
      { area: '1', codes: ['1.3'] },
      { area: '3', codes: ['3.2'] },
      { area: '4', codes: ['4.1'] }
    ]);
  });

  it('says nothing of a lesson that is only begun', () => {
    const { courses, skills } = passportOf([photos], [{ lesson: 'photos-1' }]);
    expect({ courses, skills }).toEqual({ courses: [], skills: [] });
  });

  it('makes no profile of what was learned in courses of children and young makers', () => {
    const passport = passportOf([aCourse('play', 'children', [['2.5']]), sensor], [done('play-1'), done('sensor-1')]);
    expect(passport).toEqual({ skills: [], courses: [], leavesOutChildren: true, hasElsewhere: false });
  });

  it('says that there are lessons of another language', () => {
    expect(passportOf([photos], [done('photos-1'), done('only-in-german')]).hasElsewhere).toBe(true);
  });

  it('reads a course from before competences were listed', () => {
    const [lesson] = photos.lessons;
    const { competences: _, ...older } = lesson ?? expect.fail();
    expect(passportOf([{ ...photos, lessons: [older] }], [done('photos-1')])).toMatchObject({ skills: [] });
  });
});

describe('what was done of a course', () => {
  it('is the whole course when its last lesson is finished, on that day', () => {
    expect(doneOf(photos, [done('photos-2', 20)]).isWhole).toBe(false);
    const whole = doneOf(photos, [done('photos-1', 12), done('photos-2', 20)]);
    expect([whole.isWhole, whole.at]).toEqual([true, Date.UTC(2026, 9, 20)]);
  });

  it('is never a whole course where it has no lesson', () => {
    expect(doneOf(aCourse('empty', 'seniors', []), []).isWhole).toBe(false);
  });
});

describe('a passport on paper', () => {
  const codes = ['1.1', '1.2', '1.3', '2.1', '2.2', '3.1', '4.1', '4.2', '5.1', '5.2'];
  /** So many courses of so many lessons, all finished. */
  const passport = (courses: number, lessons: number) => {
    const all = Array.from({ length: courses }, (_, index) =>
      aCourse(
        `course-${index}`,
        'seniors',
        Array.from({ length: lessons }, (_, at) => [codes[at % codes.length] ?? ''])
      )
    );
    return passportOf(
      all,
      all.flatMap((course) => course.lessons.map(({ id }) => done(id)))
    );
  };

  it.each([
    { courses: 1, lessons: 6, letters: undefined },
    { courses: 2, lessons: 5, letters: 'large' },
    { courses: 4, lessons: 7, letters: 'large' },
    { courses: 8, lessons: 7, letters: 'middle' },
    { courses: 14, lessons: 7, letters: 'small' }
  ])('of $courses courses with $lessons lessons each stays one sheet: $letters', ({ courses, lessons, letters }) => {
    expect(lettersOf(passport(courses, lessons))).toBe(letters);
  });
});
