import { describe, expect, it } from 'vitest';
import { messageProblems } from '../../scripts/message-rules.js';

type Texts = Record<string, string>;

/** What the check says of one area `club`, as "file key what" lines. */
function problems({ de, en, source = '' }: { de: Texts; en?: Texts; source?: string }): string[] {
  const language = (locale: string, texts: Texts) => ({
    locale,
    lang: locale.slice(0, 2),
    areas: new Map([['club', new Map(Object.entries(texts))]])
  });
  const uses = Object.keys(de).map((key) => `'${key.replace(/_(one|other)$/, '')}'`);
  return messageProblems({
    languages: [language('de', de), language('en', en ?? de)],
    sources: [{ path: 'src/page.svelte', text: source || uses.join('\n') }]
  }).map(({ file, key, text }) => `${file.replace('src/lib/i18n/messages/', '')} ${key} ${text}`);
}

describe('the check of the interface texts', () => {
  it('finds nothing in texts that are whole', () => {
    expect(problems({ de: { 'club.today.title': 'Heute' } })).toEqual([]);
  });

  it('names a text that one language lacks, and one that it has alone', () => {
    expect(problems({ de: { 'club.a.one': 'Eins' }, en: { 'club.a.two': 'Two' } })).toEqual([
      'en/club.json club.a.one is missing',
      'en/club.json club.a.two is not in de'
    ]);
  });

  it('names other placeholders than in German', () => {
    const de = { 'club.a.hello': 'Guten Tag {{name}}' };
    expect(problems({ de, en: { 'club.a.hello': 'Hello {{person}}' } })).toEqual([
      'en/club.json club.a.hello has the placeholders "person"'
    ]);
  });

  it('takes the forms of a number as one text, and asks for each of them', () => {
    const de = { 'club.a.people_one': 'Eine Person', 'club.a.people_other': '{{count}} Personen' };
    expect(problems({ de, en: { 'club.a.people_other': '{{count}} people' } })).toEqual([
      'en/club.json club.a.people_one is missing'
    ]);
  });

  it('names an empty text and one that blames the reader', () => {
    expect(problems({ de: { 'club.a.empty': ' ', 'club.a.wrong': 'Ungültige Eingabe' }, en: {} })).toEqual(
      expect.arrayContaining(['de/club.json club.a.empty is empty', 'de/club.json club.a.wrong says "Ungültig"'])
    );
  });

  it('names a text that nothing uses', () => {
    const de = { 'club.a.used': 'Ja', 'club.b.kind': 'Ja', 'club.c.left': 'Nein' };
    expect(problems({ de, source: "t('club.a.used'); t(`club.b.${kind}`)" })).toEqual([
      'de/club.json club.c.left is used nowhere'
    ]);
  });

  it('knows keys that are made of parts, and whole lists', () => {
    const de = { 'club.kind.other': 'Ja', 'club.list.0': 'Eins', 'club.list.1': 'Zwei' };
    const source = "t(`club.kind.${words.get(type) ?? 'other'}`); t('club.list', { returnObjects: true })";
    expect(problems({ de, en: { ...de, 'club.list.2': 'Three' }, source })).toEqual([]);
  });

  it('names a place that asks for a text which is not there', () => {
    const source = "t('club.a.used'); t('club.a.nothing'); t(`club.x.${kind}`)";
    expect(problems({ de: { 'club.a.used': 'Ja' }, source })).toEqual([
      'src/page.svelte club.a.nothing is asked for, and there is no such text',
      'src/page.svelte club.x.${kind} is asked for, and there is no such text'
    ]);
  });
});

describe('the check of the texts that say "du"', () => {
  /** What it says of one area of one language. */
  function familiarProblems(area: string, texts: Texts, du: Texts, lang = 'de'): string[] {
    const asArea = (all: Texts) => new Map([[area, new Map(Object.entries(all))]]);
    return messageProblems({
      languages: [{ locale: lang, lang, areas: asArea(texts), familiar: asArea(du) }],
      sources: [
        {
          path: 'src/page.svelte',
          text: Object.keys(texts)
            .map((key) => `'${key}'`)
            .join('\n')
        }
      ]
    }).map(({ file, key, text }) => `${file.replace('src/lib/i18n/messages/', '')} ${key} ${text}`);
  }

  it('asks for one wherever a text around a lesson says "Sie"', () => {
    expect(familiarProblems('learning', { 'learning.player.saved': 'Sie können hier aufhören.' }, {})).toEqual([
      'de/du/learning.json learning.player.saved is missing'
    ]);
    expect(familiarProblems('practice-chat', { 'practice-chat.field': 'Ihre Nachricht' }, {})).toEqual([
      'de/du/practice-chat.json practice-chat.field is missing'
    ]);
  });

  it('asks for none where nobody is addressed, on other pages, and in other languages', () => {
    expect(familiarProblems('learning', { 'learning.player.back': 'Zurück. Dort sehen sie es.' }, {})).toEqual([]);
    expect(familiarProblems('learning', { 'learning.shelf.lead': 'so oft Sie möchten' }, {})).toEqual([]);
    expect(familiarProblems('practice', { 'practice.card': 'Sie' }, {}, 'en')).toEqual([]);
  });

  it('names one that stands for no text, that nobody hears, or that says nothing else', () => {
    expect(familiarProblems('practice', { 'practice.card': 'Karte' }, { 'practice.cart': 'Deine Karte' })).toEqual([
      'de/du/practice.json practice.cart is not in de'
    ]);
    expect(familiarProblems('club', { 'club.a.b': 'Ihre Karte' }, { 'club.a.b': 'Deine Karte' })).toEqual([
      'de/du/club.json club.a.b is not heard around a lesson'
    ]);
    expect(familiarProblems('practice', { 'practice.card': 'Karte' }, { 'practice.card': 'Karte' })).toEqual([
      'de/du/practice.json practice.card says the same to everybody'
    ]);
  });

  it('names one that says "Sie", blames, or fills in other words', () => {
    const texts = { 'practice.guide.tap': 'Tippen Sie auf: {{name}}.' };
    const withDu = (text: string) => familiarProblems('practice', texts, { 'practice.guide.tap': text });
    expect(withDu('Tippe auf: {{name}}.')).toEqual([]);
    expect(withDu('Tippe auf Ihre Karte: {{name}}.')).toEqual(['de/du/practice.json practice.guide.tap says "Ihre"']);
    expect(withDu('Tippe auf: {{sign}}.')).toEqual([
      'de/du/practice.json practice.guide.tap has the placeholders "sign"'
    ]);
    expect(withDu('Ungültig: {{name}}.')).toEqual(['de/du/practice.json practice.guide.tap says "Ungültig"']);
  });
});
