import { describe, expect, it } from 'vitest';
import { aLessonText, lessonFolder, problemsIn } from '../../../tests/support/content';

const de = `${lessonFolder}/de.md`;
const hints = (done: string, more: Record<string, string> = {}) =>
  problemsIn({ [de]: aLessonText({ done }), ...more }).filter(([, , code]) => code.startsWith('word-'));

describe('a hint is given', () => {
  it('once a lesson for a foreign word that nobody explains', () => {
    expect(hints('Laden Sie das Update.\n\nDas Update ist da.')).toEqual([[de, 38, 'word-foreign']]);
  });

  it('and for another name of a thing', () => {
    expect(hints('Klicken Sie auf das Feld.')).toEqual([[de, 38, 'word-other']]);
  });

  it('but not for a foreign word of the glossary', () => {
    const word = 'id: update\nword: { de: Update }\nplain: { de: Das macht das Tablet neu. }\n';
    expect(hints('Laden Sie das Update.', { 'glossary/update.yaml': word })).toEqual([]);
  });
});

describe('a word that the lessons leave out is named', () => {
  it.each(['Der Nutzer gießt.', 'Der User gießt.', 'Gießen Sie nur noch schnell.'])('%s', (done) => {
    expect(hints(done)).toEqual([[de, 38, 'word-avoid']]);
  });

  it('and no word that only begins like it', () => {
    expect(hints('Das ist der Nutzerkreis.')).toEqual([]);
  });
});
