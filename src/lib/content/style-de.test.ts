import { describe, expect, it } from 'vitest';
import { hardSigns, softSigns, wrongAddress } from './style-de';

describe('German that is harder than it need be is named', () => {
  it.each([
    ['Hilfe steht Ihnen zur Verfügung.', ['officialese']],
    ['Das geht gemäß Plan.', ['officialese']],
    ['Hier kann man tippen.', ['"man"']],
    ['Fragen Sie Ihre Trainer*innen.', ['a gender sign']],
    ['Das Treffen ist am 03.05.2026.', ['a date in digits']],
    ['Lesen Sie Teil IV.', ['a Roman number']],
    ['Es sind zwanzig Fotos.', ['a number as a word']],
    ['Das würde helfen.', ['a subjunctive']],
    ['Sie sehen die Seite, welche offen ist.', ['a subordinate clause']],
    ['Das Foto wird gespeichert.', ['a passive']],
    ['Der Kurs wird organisiert.', ['a passive']],
    ['Das ist der Rand des Bildschirms.', ['a genitive']],
    ['Sie werden nach Hause gehen.', []],
    ['Welches WLAN nehmen Sie?', []],
    ['Das Tablet wird warm.', []],
    ['Tippen Sie auf das Feld.', []]
  ])('in "%s"', (sentence, signs) => {
    expect(hardSigns(sentence, 'de-simple')).toEqual(signs);
  });

  it('and the plain level may have a subjunctive and a passive', () => {
    expect(hardSigns('Das Foto würde gespeichert.', 'de')).toEqual([]);
    expect(hardSigns('Hier kann man tippen.', 'de')).toEqual(['"man"']);
  });

  it('and is told there that both could be said more plainly', () => {
    expect(softSigns('Das Foto würde gespeichert.', 'de')).toEqual(['a subjunctive']);
    expect(softSigns('Das Foto wird gespeichert.', 'de')).toEqual(['a passive']);
    expect(softSigns('Das Foto wird gespeichert.', 'de-simple')).toEqual([]);
    expect(softSigns('Welche Seite ist offen?', 'de')).toEqual([]);
  });

  it('and on both levels of nouns where verbs would do, but not of everyday ones', () => {
    const heavy = 'Die Durchführung der Registrierung dauert.';
    expect([softSigns(heavy, 'de'), softSigns(heavy, 'de-simple'), hardSigns(heavy, 'de')]).toEqual([
      ['two nouns where verbs would do'],
      ['two nouns where verbs would do'],
      []
    ]);
    expect(softSigns('In der Zeitung liegt eine Rechnung.', 'de')).toEqual([]);
  });

  it('and English is left alone', () => {
    expect(hardSigns('A man is here.', 'en')).toEqual([]);
  });
});

describe('people are addressed as befits them', () => {
  it('older people and parents with "Sie"', () => {
    expect(wrongAddress('Tippe auf dein Tablet.', 'de', 'seniors')).toBe('dein');
    expect(wrongAddress('Sie tippen auf Ihr Tablet.', 'de', 'parents')).toBeUndefined();
  });

  it('children and makers with "du"', () => {
    expect(wrongAddress('Du tippst auf dein Tablet.', 'de', 'children')).toBeUndefined();
  });
});
