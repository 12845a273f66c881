import { describe, expect, it } from 'vitest';
import { locales } from '../i18n/locales';
import { courseCache, courseOfCache, lessonAddress, sameLesson } from './kept-content';

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
