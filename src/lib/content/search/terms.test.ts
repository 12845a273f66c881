import { describe, expect, it } from 'vitest';
import { fold, termsIn } from './terms';

describe('words that are meant to be the same', () => {
  it.each([
    ['an umlaut without its key', 'Passwörter', 'Passwoerter'],
    ['an umlaut without its points', 'Menü', 'Menu'],
    ['"ß" and "ss"', 'Paßwort', 'Passwort'],
    ['one of many and many', 'Passwort', 'Passwörter'],
    ['a verb and its form', 'wischen', 'wische'],
    ['capitals', 'WLAN', 'wlan'],
    ['a letter that was forgotten to be doubled', 'Tablett', 'Tablet'],
    ['"ie" and "i"', 'Spiel', 'Spil'],
    ['an "h" that nobody hears', 'Uhr', 'Ur'],
    ['"c" and "k"', 'scrollen', 'skrollen'],
    ['"ph" and "f"', 'Telephon', 'Telefon'],
    ['"y" and "i"', 'Handy', 'Handi'],
    ['a letter with a mark of its own', 'Café', 'Cafe']
  ])('%s: %s and %s', (_, written, typed) => {
    expect(fold(typed, 'de')).toBe(fold(written, 'de'));
  });

  it.each([
    ['swipe', 'swiping'],
    ['password', 'passwords'],
    ['bigger', 'BIGER']
  ])('in English: %s and %s', (written, typed) => {
    expect(fold(typed, 'en')).toBe(fold(written, 'en'));
  });

  it.each([
    ['tr', 'Işık', 'isik'],
    ['tr', 'kutular', 'kutu'],
    ['uk', 'лутбокси', 'лутбокс'],
    ['ru', 'ребёнок', 'ребенок'],
    ['ru', 'договора', 'договор'],
    ['ar', 'الألعاب', 'ألعاب'],
    ['ar', 'واللعبة', 'لعبه'],
    ['ar', 'تتّفقون', 'تتفقون']
  ] as const)('in %s: %s and %s', (locale, written, typed) => {
    expect(fold(typed, locale)).toBe(fold(written, locale));
  });

  it.each([
    ['Bank', 'Band'],
    ['Foto', 'Ton'],
    ['Karte', 'Kanne']
  ])('%s and %s stay two', (one, other) => {
    expect(fold(one, 'de')).not.toBe(fold(other, 'de'));
  });
});

describe('the words of a text', () => {
  it('are there as a whole and in their parts where they have a hyphen', () => {
    expect(termsIn('Warn-Zeichen', 'de')).toEqual([
      fold('Warnzeichen', 'de'),
      fold('Warn', 'de'),
      fold('Zeichen', 'de')
    ]);
    expect(termsIn('E-Mail', 'de')).toEqual([fold('Email', 'de'), fold('Mail', 'de')]);
  });

  it('leave out what says nothing', () => {
    expect(termsIn('Wie mache ich ein Foto?', 'de')).toEqual([fold('mache', 'de'), fold('Foto', 'de')]);
    expect(termsIn('how do I take a photo', 'en')).toEqual([fold('take', 'en'), fold('photo', 'en')]);
  });

  it.each(['', '   ', '!?…', '„“', '😀', '-'])('are none in %j', (text) => {
    expect(termsIn(text, 'de')).toEqual([]);
  });

  it('keep the marks of their letters', () => {
    expect(termsIn('تتّفقون', 'ar')).toEqual([fold('تتفقون', 'ar')]);
  });

  it('are found across a soft hyphen', () => {
    expect(termsIn('Pass\u00ADwort', 'de')).toEqual([fold('Passwort', 'de')]);
  });
});
