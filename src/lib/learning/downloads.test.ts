import { describe, expect, it } from 'vitest';
import { downloadFacts, removedMark } from './downloads';
import { aCourse } from '../../../tests/support/course-file';

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
