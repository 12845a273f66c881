import { describe, expect, it } from 'vitest';
import { measure, negationsIn } from './measures';
import { englishSyllables } from './syllables-en';
import { germanSyllables } from './syllables-de';
import { missedGates } from './targets';
import { letterCount, longestPart, wordsOf } from './words';

describe('words are counted', () => {
  it.each([
    ['Das Übungs-Handy ist da.', ['Das', 'Übungs-Handy', 'ist', 'da']],
    ['Es kostet 1.900 Euro um 10:30 Uhr.', ['Es', 'kostet', '1.900', 'Euro', 'um', '10:30', 'Uhr']],
    ["Don't tap, it's – well – fine.", ["Don't", 'tap', "it's", 'well', 'fine']],
    ['„Fertig!“', ['Fertig']],
    ['…', []]
  ])('in "%s"', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('letters are counted without hyphens, the longest part between them', () => {
    expect(letterCount('Übungs-Handy')).toBe(11);
    expect(longestPart('Bildschirm-Tastatur')).toBe(10);
  });
});

describe('German syllables are counted', () => {
  // The examples of READABILITY, then words of the first course.
  it.each([
    ...[
      ['Ruine', 3],
      ['aktuell', 3],
      ['Radio', 3],
      ['Familie', 4],
      ['Medien', 3],
      ['Linie', 3],
      ['Ferien', 3],
      ['Patient', 3]
    ],
    ...[
      ['Museum', 3],
      ['Nation', 3],
      ['neue', 2],
      ['online', 2],
      ['Update', 2],
      ['Google', 2],
      ['Game', 1],
      ['Team', 1]
    ],
    ...[
      ['Cookie', 2],
      ['Account', 2],
      ['beenden', 3],
      ['geehrt', 2],
      ['Quelle', 2],
      ['Niveau', 2],
      ['yes', 1],
      ['sieben', 2]
    ],
    ...[
      ['WLAN', 2],
      ['USK', 3],
      ['PIN', 1],
      ['App', 1],
      ['Apps', 1],
      ['7', 2],
      ['3', 1],
      ['13', 2],
      ['20', 2],
      ['1900', 6]
    ],
    ...[
      ['Übungs-Handy', 4],
      ['Warn-Zeichen', 3],
      ['Tablet', 2],
      ['Bildschirm', 2],
      ['Lautstärke', 3],
      ['Einstellungen', 4]
    ],
    ...[
      ['Tee', 1],
      ['zuerst', 2],
      ['Theater', 3],
      ['Menü', 2],
      ['Batterie', 3],
      ['Kopie', 2],
      ['E-Mail', 2],
      ['b', 1]
    ]
  ] as [string, number][])('%s has %i', (word, count) => {
    expect(germanSyllables(word)).toBe(count);
  });
});

describe('English syllables are counted', () => {
  it.each([
    ...[
      ['tap', 1],
      ['the', 1],
      ['people', 2],
      ['little', 2],
      ['table', 2],
      ['make', 1],
      ['makes', 1],
      ['changes', 2],
      ['boxes', 2]
    ],
    ...[
      ['tapped', 1],
      ['wanted', 2],
      ['opened', 2],
      ['being', 2],
      ['every', 2],
      ['network', 2],
      ['settings', 2],
      ['idea', 3]
    ],
    ...[
      ["don't", 1],
      ["it's", 1],
      ['home-screen', 2],
      ['minutes', 2],
      ['keyboard', 2],
      ['screen', 1],
      ['yes', 1],
      ['easy', 2]
    ],
    ...[
      ['quiet', 2],
      ['café', 2],
      ['wishes', 2],
      ['pages', 2],
      ['likes', 1],
      ['twenty', 2],
      ['7', 2],
      ['button', 2],
      ['volume', 2]
    ]
  ] as [string, number][])('%s has %i', (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });
});

/** The model block of the level "Besonders einfach" in the curriculum (lesson S-5.4). */
const model = `Betrüger schreiben Nachrichten.
Sie sagen: Ich bin aus der Familie.
Sie lernen heute 3 Warn-Zeichen.
Eine fremde Nummer schreibt Ihnen.
Die Person sagt keinen Namen.
Sie schreibt: Mein Handy ist kaputt.
Warn-Zeichen 1: Die Nummer ist neu.
Warn-Zeichen 2: Es geht um Geld.
Warn-Zeichen 3: Es soll schnell gehen.
Hier ist ein Übungs-Handy.
Alles ist nur ein Spiel.
Tippen Sie auf die Warn-Zeichen.
Die Person will 1900 Euro.
Was machen Sie zuerst?
Rufen Sie die alte Nummer an.
So wissen Sie: Stimmt die Nachricht?
Haben Sie schon Geld geschickt?
Das passiert vielen Menschen.
Rufen Sie sofort Ihre Bank an.
Gehen Sie dann zur Polizei.
Denken Sie sich ein geheimes Wort aus.
Sagen Sie das Wort Ihrer Familie.
Wer Geld braucht: Der sagt das Wort.
Jetzt kennen Sie die 3 Warn-Zeichen.
Sie rufen immer die alte Nummer an.`.split('\n');

const officialese = [
  'Bezüglich der Inanspruchnahme der zur Verfügung gestellten Kommunikationsdienstleistungen wird darauf hingewiesen, dass eine Überprüfung der Absenderidentität vor Durchführung jeglicher Überweisung vorzunehmen ist.'
];

describe('a text is measured', () => {
  it('as the model of the easy level was: 25 sentences, 137 words, Amstad 83.1, WSTF1 2.2, LIX 21.5', () => {
    const found = measure(model, 'de-simple');
    expect(found).toMatchObject({ sentences: 25, words: 137, longestSentence: 7 });
    expect(found.meanSentence).toBeCloseTo(5.5, 1);
    expect(found.amstad).toBeCloseTo(83.1, 1);
    expect(found.wiener).toBeCloseTo(2.2, 1);
    expect(found.lix).toBeCloseTo(21.5, 1);
    expect(missedGates(found, 'de-simple')).toEqual([]);
  });

  it('and officialese misses every gate but that of negations', () => {
    expect(missedGates(measure(officialese, 'de'), 'de').map((missed) => missed.replace(/ is .*/u, ''))).toEqual([
      'mean sentence in words',
      'Amstad',
      'Wiener Sachtextformel 1',
      'LIX'
    ]);
  });

  it('in English by Flesch and Kincaid', () => {
    // 10 words with 13 syllables.
    const found = measure(['Tap the button.', 'The settings open.', 'You see a list.'], 'en');
    expect(found).toMatchObject({ sentences: 3, words: 10 });
    expect(found.fleschEase).toBeCloseTo(206.835 - 1.015 * (10 / 3) - 84.6 * (13 / 10), 3);
    expect(found.fleschGrade).toBeCloseTo(0.39 * (10 / 3) + 11.8 * (13 / 10) - 15.59, 3);
    expect(missedGates(found, 'en')).toEqual([]);
  });

  it('without a word as nothing', () => {
    expect(measure([], 'de')).toMatchObject({ sentences: 0, words: 0, longestSentence: 0, meanSentence: 0 });
  });

  it('names the gates that a text misses with value and bound', () => {
    const long = measure(['Das ist ein Satz mit sehr vielen kleinen Worten darin und noch mehr.'], 'de-simple');
    expect(missedGates(long, 'de-simple')).toContain('mean sentence in words is 13.0, at most 7');
  });

  it('finds the negating words', () => {
    expect(negationsIn('Nie und nimmer, kein Problem, nicht ohne Sie.')).toEqual(['Nie', 'kein', 'nicht', 'ohne']);
  });
});
