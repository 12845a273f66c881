import { describe, expect, it } from 'vitest';
import { localeFacts, locales, preferredHouseLocale, preferredLocale } from './locales';

describe('the language for somebody whose address names none', () => {
  it.each([
    ['what the device remembers wins', 'de-simple', 'en', 'de-simple'],
    ['the browser decides where nothing is remembered', undefined, 'en-GB,en;q=0.9,de;q=0.5', 'en'],
    ['quality values count, not their order', undefined, 'en;q=0.3,de;q=0.9', 'de'],
    ['a refused language is not taken', undefined, 'en;q=0', 'de'],
    ['German where no wish can be met', undefined, 'fr,it', 'de'],
    ['German where nothing is said', undefined, null, 'de'],
    ['an unknown memory is ignored', 'xx', 'en', 'en'],
    ['a family’s language is one of them', undefined, 'uk-UA,uk;q=0.9,en;q=0.5', 'uk']
  ])('%s', (_, remembered, accepted, expected) => {
    expect(preferredLocale(remembered, accepted)).toBe(expected);
  });
});

it('a page that only the house has is opened in German or English, by what the browser wishes', () => {
  expect(preferredHouseLocale('tr,en;q=0.8,de;q=0.4')).toBe('en');
  expect(preferredHouseLocale('ar')).toBe('de');
});

it('one language runs from right to left', () => {
  expect(locales.filter((locale) => localeFacts[locale].dir === 'rtl')).toEqual(['ar']);
});
