import { describe, expect, it } from 'vitest';
import { locales } from '../i18n/locales';
import { courseCache, courseOfCache, downloadFacts, lessonAddress, removedMark, sameLesson } from './downloads';
import { aCourse } from '../../../tests/support/course-file';

describe('the cache of a course', () => {
  it.each(locales)('names the course and %s, and is read back', (locale) => {
    const key = { id: 'tablet-basics-de', locale };
    expect(courseOfCache(courseCache(key))).toEqual(key);
  });

  it.each(['visited', 'code', 'app-1', 'course-', 'course-de', 'course-x-fr'])('is not %s', (name) => {
    expect(courseOfCache(name)).toBeUndefined();
  });
});

describe("a lesson's file", () => {
  it('tells language, lesson and the hash of its words', () => {
    expect(lessonAddress('/content/de-simple/lessons/tap-swipe-scroll.0a1b2c.json')).toEqual({
      locale: 'de-simple',
      lesson: 'tap-swipe-scroll',
      hash: '0a1b2c'
    });
  });

  it('is found again in older words, in the same language only', () => {
    const kept = [
      '/content/en/lessons/tap.1.json',
      '/content/de/lessons/tap.1.json',
      '/content/de/lessons/tap-more.1.json'
    ];
    expect(sameLesson('/content/de/lessons/tap.2.json', kept)).toBe('/content/de/lessons/tap.1.json');
    expect(sameLesson('/content/de-simple/lessons/tap.2.json', kept)).toBeUndefined();
  });
});

describe('how far a course is loaded', () => {
  const course = aCourse({ lessons: ['one', 'two'] });
  const all = [
    '/content/de/lessons/one.2.json',
    '/pictures/one.svg',
    '/content/de/lessons/two.2.json',
    '/pictures/two.svg'
  ];

  it.each([
    ['not at all without a cache', undefined, 'none', 0],
    ['begun where the cache is there', [], 'part', 0],
    ['a lesson without its picture does not count', all.slice(0, 1), 'part', 0],
    ['one lesson of two', all.slice(0, 2), 'part', 1],
    ['whole', all, 'done', 2],
    ['whole in older words', ['/content/de/lessons/one.1.json', '/content/de/lessons/two.1.json'], 'newer', 2],
    ['half in older words', ['/content/de/lessons/one.1.json'], 'part', 1],
    ['removed, and not yet cleared', [...all, removedMark], 'removed', 2]
  ])('%s', (_, kept, state, lessonsReady) => {
    expect(downloadFacts(course, kept)).toEqual({ state, lessonsReady, lessonCount: 2 });
  });
});
