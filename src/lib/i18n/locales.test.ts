import { describe, expect, it } from 'vitest';
import { preferredLocale } from './locales';

describe('the language for somebody whose address names none', () => {
  it.each([
    ['what the device remembers wins', 'de-simple', 'en', 'de-simple'],
    ['the browser decides where nothing is remembered', undefined, 'en-GB,en;q=0.9,de;q=0.5', 'en'],
    ['quality values count, not their order', undefined, 'en;q=0.3,de;q=0.9', 'de'],
    ['a refused language is not taken', undefined, 'en;q=0', 'de'],
    ['German where no wish can be met', undefined, 'fr,it', 'de'],
    ['German where nothing is said', undefined, null, 'de'],
    ['an unknown memory is ignored', 'xx', 'en', 'en']
  ])('%s', (_, remembered, accepted, expected) => {
    expect(preferredLocale(remembered, accepted)).toBe(expected);
  });
});
