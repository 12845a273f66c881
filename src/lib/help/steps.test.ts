import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { ResumePlace } from '$lib/learning/place';
import { aCourse } from '../../../tests/support/course-file';
import { anId } from '../../../tests/support/events';
import { byQuiet, lastOn, whereIs } from './steps';

const minute = 60_000;
const now = Date.UTC(2026, 10, 24, 15);
const from = now - 90 * minute;

const course = aCourse({ lessons: ['mail'] });
const lessons = course.lessons.map((lesson) => ({ ...lesson, title: 'Eine Mail lesen', steps: ['a', 'b', 'c'] }));

const aPlace = (minutesAgo: number, wanted: Partial<ResumePlace> & { device?: string } = {}): ResumePlace => {
  const { device = 'd1', ...more } = wanted;
  const at = formatStamp({ ms: now - minutesAgo * minute, counter: 0, device });
  return { person: 'anna', course: 'basics', lesson: 'mail', step: 'b', at, id: anId(1), ...more };
};

const where = (place: ResumePlace | undefined, isDone = false) =>
  whereIs(place, {
    person: 'anna',
    from,
    now,
    courseOf: (id) => (id === 'basics' ? { ...course, lessons } : undefined),
    isDone: () => isDone
  });

describe('who is at which step', () => {
  test('lesson, step and minutes', () => {
    expect(where(aPlace(3))).toEqual({
      person: 'anna',
      lesson: 'Eine Mail lesen',
      step: 2,
      steps: 3,
      minutes: 3,
      isDone: false,
      isQuiet: false
    });
  });

  test.each([
    [9, false],
    [10, true],
    [45, true]
  ])('after %i minutes at one step a look is suggested: %s', (minutes, isQuiet) => {
    expect(where(aPlace(minutes))?.isQuiet).toBe(isQuiet);
  });

  test('who is through with the lesson is never called quiet', () => {
    expect(where(aPlace(45), true)).toMatchObject({ isDone: true, isQuiet: false });
  });

  test.each([
    ['nothing was ever done', undefined],
    ['the last step was at home this morning', aPlace(91)],
    ['the course is not known here', aPlace(3, { course: 'other' })],
    ['the lesson is not known here', aPlace(3, { lesson: 'other' })],
    ['the step is not known here', aPlace(3, { step: 'other' })]
  ])('nothing is said where %s', (_, place) => {
    expect(where(place)).toBeUndefined();
  });

  test('who has been quiet for long stands first, the others as they were', () => {
    const [anna, bernd, carla] = [where(aPlace(1)), where(aPlace(20)), where(aPlace(2))];
    const all = [anna, bernd, carla].flatMap((one, index) => (one ? [{ ...one, person: `${index}` }] : []));
    expect(byQuiet(all).map(({ person }) => person)).toEqual(['1', '0', '2']);
  });
});

describe('who made the last step on a device', () => {
  const anna = aPlace(5, { device: 'd7' });
  const bernd = aPlace(2, { person: 'bernd', device: 'd7' });
  const carla = aPlace(1, { person: 'carla', device: 'd8' });

  test('is the latest of this meeting, on this device', () => {
    expect(lastOn([anna, bernd, carla], { device: 'd7', from })).toBe('bernd');
    expect(lastOn([bernd, anna], { device: 'd7', from })).toBe('bernd');
  });

  test('is nobody where nothing is known', () => {
    expect(lastOn([aPlace(95, { device: 'd7' })], { device: 'd7', from })).toBeUndefined();
    expect(lastOn([carla], { device: 'd7', from })).toBeUndefined();
    expect(lastOn([anna], { device: undefined, from })).toBeUndefined();
  });
});
