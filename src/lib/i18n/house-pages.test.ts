import { describe, expect, it } from 'vitest';
import { houseLocaleAt, housePath, inLanguage, isHousePage } from './house-pages';

describe('pages that only the house has', () => {
  it.each([
    ['/[locale=locale]/(staff)/office/members', true],
    ['/[locale=locale]/(club)/who', true],
    ['/[locale=locale]/(tablet)/enrol', true],
    ['/[locale=locale]/(learn)/paths/[path]', true],
    ['/[locale=locale]/(learn)/paths', true],
    ['/[locale=locale]/(learn)', false],
    ['/[locale=locale]/(learn)/courses/[course]', false],
    ['/[locale=locale]/(public)/privacy', false],
    [null, false]
  ])('%s: %s', (route, expected) => {
    expect(isHousePage(route)).toBe(expected);
  });

  it('are opened in German from a family’s language, at the same place', () => {
    const url = new URL('https://club.example/tr/office/members?q=a');
    expect(() => houseLocaleAt('tr', url)).toThrow(expect.objectContaining({ location: '/de/office/members?q=a' }));
    expect(houseLocaleAt('en', url)).toBe('en');
  });

  it('are linked to in a language that has them', () => {
    expect(housePath('ar', '/club')).toBe('/de/club');
    expect(housePath('en', '/club')).toBe('/en/club');
  });
});

it.each([
  ['/de', '/uk'],
  ['/de#3', '/uk#3'],
  ['/de/courses/a?x=/1', '/uk/courses/a?x=/1']
])('%s in another language is %s', (address, expected) => {
  expect(inLanguage(address, 'uk')).toBe(expected);
});
