import { describe, expect, it } from 'vitest';
import { firstPaper } from './paper';

describe('the way to the paper', () => {
  it.each([
    ['', { kind: 'handout', lesson: undefined }],
    ['kind=trainer&lesson=tap-swipe-scroll', { kind: 'trainer', lesson: 'tap-swipe-scroll' }],
    ['kind=missed', { kind: 'missed', lesson: undefined }],
    ['kind=poster', { kind: 'handout', lesson: undefined }]
  ])('"%s" asks for the right sheet first', (query, first) => {
    expect(firstPaper(new URLSearchParams(query))).toEqual(first);
  });
});
