import { describe, expect, it } from 'vitest';
import { addressOf, fallbackAddress, wantedPage } from './address';

describe('what a page needs to open without a network', () => {
  it.each([
    ['/', { kind: 'root' }],
    ['/de', { kind: 'app', locale: 'de' }],
    ['/de/', { kind: 'app', locale: 'de' }],
    ['/de-simple/downloads', { kind: 'app', locale: 'de-simple' }],
    ['/de/family', { kind: 'family', locale: 'de' }],
    ['/de/family/week', { kind: 'family', locale: 'de' }],
    ['/ar/family/plan', { kind: 'family', locale: 'ar' }],
    ['/de/family/month', { kind: 'server', locale: 'de' }],
    ['/de/help', { kind: 'help', locale: 'de' }],
    ['/de/help/money', { kind: 'help', locale: 'de' }],
    ['/de/games/building', { kind: 'help', locale: 'de' }],
    ['/de/games/building/more', { kind: 'server', locale: 'de' }],
    ['/de/review', { kind: 'app', locale: 'de' }],
    ['/de/my-learning', { kind: 'app', locale: 'de' }],
    ['/tr/my-learning/certificate', { kind: 'app', locale: 'tr' }],
    ['/de/my-learning/move', { kind: 'app', locale: 'de' }],
    ['/de/my-learning/move/more', { kind: 'server', locale: 'de' }],
    ['/en/settings', { kind: 'app', locale: 'en' }],
    ['/de/search', { kind: 'app', locale: 'de' }],
    ['/de/words', { kind: 'app', locale: 'de' }],
    ['/de/courses/tablet-basics', { kind: 'course', locale: 'de', course: 'tablet-basics' }],
    ['/de/courses/tablet-basics/tap', { kind: 'lesson', locale: 'de', course: 'tablet-basics', lesson: 'tap' }],
    ['/de/courses/tablet-basics/tap/more', { kind: 'server', locale: 'de' }],
    ['/de/paths', { kind: 'app', locale: 'de' }],
    ['/tr/family', { kind: 'family', locale: 'tr' }],
    ['/tr/paths', { kind: 'server', locale: 'tr' }],
    ['/tr/who', { kind: 'server', locale: 'tr' }],
    ['/de/paths/write-to-family', { kind: 'app', locale: 'de' }],
    ['/de/paths/write-to-family/more', { kind: 'server', locale: 'de' }],
    ['/de/guides', { kind: 'guides', locale: 'de' }],
    ['/de/guides/text-size', { kind: 'guides', locale: 'de' }],
    ['/de/guides/text-size/more', { kind: 'server', locale: 'de' }],
    ['/de/who', { kind: 'club', locale: 'de' }],
    ['/de/card', { kind: 'club', locale: 'de' }],
    ['/de/me', { kind: 'club', locale: 'de' }],
    ['/de/door', { kind: 'club', locale: 'de' }],
    ['/de/club/meetings/0190', { kind: 'club', locale: 'de' }],
    ['/de/imprint', { kind: 'public', locale: 'de' }],
    ['/de/office/groups', { kind: 'server', locale: 'de' }],
    ['/de/sign-in', { kind: 'server', locale: 'de' }],
    ['/xx/courses/tablet-basics', { kind: 'server' }]
  ])('%s', (path, expected) => {
    expect(addressOf(path)).toEqual(expected);
  });
});

describe('the page to try again', () => {
  it('comes back from the address of the fallback', () => {
    const { search } = new URL(fallbackAddress('de', '/de/office?tab=groups&x=1'), 'https://treff.example');
    expect(wantedPage(search)).toBe('/de/office?tab=groups&x=1');
  });

  it.each([
    '?wanted=https://other.example',
    '?wanted=//other.example',
    '?wanted=/\\other.example',
    '?wanted=javascript:1',
    ''
  ])('never leads off this site: %s', (search) => {
    expect(wantedPage(search)).toBeUndefined();
  });
});
