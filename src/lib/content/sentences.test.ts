import { describe, expect, it } from 'vitest';
import { abbreviationsIn, sentenceRanges, splitSentences } from './sentences';

const split = (text: string): string[] => sentenceRanges(text).map(([start, end]) => text.slice(start, end));

describe('a text is split into sentences', () => {
  it.each([
    ['at points, question and exclamation marks', 'Gut. Und nun? Weiter!', ['Gut.', 'Und nun?', 'Weiter!']],
    ['at the end of a text without a sign', 'Das ist gut', ['Das ist gut']],
    ['at an ellipsis before a capital', 'Es lädt … Bitte warten Sie.', ['Es lädt …', 'Bitte warten Sie.']],
    ['not at an ellipsis in the middle', 'Es lädt … und lädt.', ['Es lädt … und lädt.']],
    ['not at a colon in the middle', 'Sie sagen: Ich bin da.', ['Sie sagen: Ich bin da.']],
    ['at a colon that ends a line', 'Sie brauchen:\nEinen Topf.', ['Sie brauchen:', 'Einen Topf.']],
    ['not at a line break in the middle', 'Das ist\nein Satz.', ['Das ist\nein Satz.']],
    ['not after "z. B."', 'Nehmen Sie z. B. ein Glas. Fertig.', ['Nehmen Sie z. B. ein Glas.', 'Fertig.']],
    ['not after "d.h."', 'Das Netz, d.h. Ihr WLAN, geht.', ['Das Netz, d.h. Ihr WLAN, geht.']],
    ['not after "Dr." and "Nr."', 'Dr. Meier wohnt in Nr. 5. Gut.', ['Dr. Meier wohnt in Nr. 5.', 'Gut.']],
    ['at "usw." before a capital', 'Äpfel, Birnen usw. Dann gehen Sie.', ['Äpfel, Birnen usw.', 'Dann gehen Sie.']],
    ['not at "usw." before a small letter', 'Äpfel usw. sind da.', ['Äpfel usw. sind da.']],
    [
      'not at a date',
      'Am 3. Mai kommen wir. Am 24. November auch.',
      ['Am 3. Mai kommen wir.', 'Am 24. November auch.']
    ],
    ['not at an ordinal', 'Das ist der 2. Schritt. Gut.', ['Das ist der 2. Schritt.', 'Gut.']],
    ['at a number that ends a sentence', 'Es sind 3. Dann weiter.', ['Es sind 3.', 'Dann weiter.']],
    [
      'not inside a number',
      'Das kostet 1.900 Euro. Oder 2.5 Prozent.',
      ['Das kostet 1.900 Euro.', 'Oder 2.5 Prozent.']
    ],
    ['not inside an address', 'Gehen Sie auf verein.example. Gut.', ['Gehen Sie auf verein.example.', 'Gut.']],
    ['with the closing quote', 'Sie lesen: „Alles gut.“ Weiter.', ['Sie lesen: „Alles gut.“', 'Weiter.']],
    ['not at a quoted question inside', 'Auf „Löschen?“ tippen Sie nicht.', ['Auf „Löschen?“ tippen Sie nicht.']],
    [
      'at a letter that ends one',
      'Tippen Sie auf das A. Dann auf das B.',
      ['Tippen Sie auf das A.', 'Dann auf das B.']
    ],
    ['not after "e.g."', 'Pick one, e.g. the red one. Done.', ['Pick one, e.g. the red one.', 'Done.']],
    ['at an English "No."', 'Is it safe? No. Ask first.', ['Is it safe?', 'No.', 'Ask first.']],
    ['several signs at once', 'Wirklich?! Ja.', ['Wirklich?!', 'Ja.']],
    ['nothing into nothing', '  ', []]
  ])('%s', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('keeps the strong parts of each sentence and makes line breaks spaces', () => {
    const runs = [{ text: 'Das ist ein ' }, { text: 'Akku', strong: true as const }, { text: '. Er\nist leer.' }];
    expect(splitSentences(runs)).toEqual([
      { offset: 0, sentence: [{ text: 'Das ist ein ' }, { text: 'Akku', strong: true }, { text: '.' }] },
      { offset: 18, sentence: [{ text: 'Er ist leer.' }] }
    ]);
  });
});

describe('abbreviations are found', () => {
  it.each([
    ['Nehmen Sie z. B. ein Glas.', ['z. B.']],
    ['Das ist bzw. war so usw.', ['bzw.', 'usw.']],
    ['Mind. die Straße am Min. Ende.', []],
    ['Ask, e.g., a friend.', ['e.g.']],
    ['Der See ist ruhig.', []]
  ])('in "%s"', (text, found) => {
    expect(abbreviationsIn(text)).toEqual(found);
  });
});
