import { describe, expect, it } from 'vitest';
import { aContent, aGuide, checkOptions, inEnglish, problemsIn } from '../../../tests/support/content';
import { compile } from './compile';
import { sourceStamp, withStamp } from './source-stamp';

const yaml = 'guides/photo/guide.yaml';
const de = 'guides/photo/de.md';
const en = 'guides/photo/en.md';
const hints: [string, number, string][] = [[yaml, 8, 'guide-untried']];

/** A guide's text of a language with parts replaced. */
const germanWith = (part: string, by: string) => aGuide({ [de]: (text) => text.replace(part, by) });
const factsWith = (part: string, by: string) => aGuide({ [yaml]: (text) => text.replace(part, by) });

describe('a guide', () => {
  it('without a mistake has its steps, the names on the screen in strong type', () => {
    expect(problemsIn(aGuide())).toEqual(hints);
    const [guide] = compile(aContent(aGuide()), checkOptions).guides;
    expect(guide?.facts.ways.android).toEqual({
      standing: 'maker',
      checked: '2026-11-20',
      version: 'Android 16',
      source: 'Handbuch',
      url: 'https://handbuch.example/'
    });
    const [written] = guide?.written ?? [];
    expect(written?.text.title).toBe('Ein Foto machen');
    expect(written?.text.ways.map(({ system, steps }) => [system, steps.length])).toEqual([
      ['ipados', 2],
      ['android', 1],
      ['windows', 1]
    ]);
    expect(written?.text.ways[0]?.steps[0]).toEqual([
      [{ text: 'Tippen Sie auf ' }, { text: 'Kamera & Fotografie', strong: true }, { text: '.' }]
    ]);
  });

  it.each<[string, Record<string, string>, [string, number, string][]]>([
    ['no title', germanWith('# Ein Foto machen', ''), [[de, 1, 'guide-shape']]],
    ['a second title', germanWith('Halten Sie', '# Noch einer\n\nHalten Sie'), [[de, 3, 'guide-shape']]],
    ['no introduction', germanWith('Halten Sie es fest.', ''), [[de, 1, 'guide-shape']]],
    [
      'a system that is none',
      germanWith('## windows', '## amiga'),
      [
        [de, 1, 'guide-shape'],
        [de, 14, 'guide-shape']
      ]
    ],
    [
      'a system twice',
      germanWith('## windows', '## android'),
      [
        [de, 1, 'guide-shape'],
        [de, 14, 'duplicate-id']
      ]
    ],
    [
      'steps without numbers',
      germanWith('1. Öffnen', '- Öffnen'),
      [
        [de, 10, 'guide-shape'],
        [de, 12, 'guide-shape']
      ]
    ],
    ['a link', germanWith('Öffnen Sie', '[Öffnen](x) Sie'), [[de, 12, 'markup-unknown']]],
    ['a step of three sentences', germanWith('die Kamera', 'sie. So ist es. Gut'), [[de, 12, 'guide-long']]],
    ['a long sentence', germanWith('Öffnen Sie', `Öffnen ${'und so weiter '.repeat(5)}`), [[de, 12, 'sentence-long']]],
    ['ten steps', germanWith('1. Öffnen', `${'1. Tippen Sie.\n'.repeat(9)}1. Öffnen`), [[de, 10, 'guide-long']]],
    ['another address', germanWith('Öffnen Sie', 'Öffne du'), [[de, 12, 'address']]],
    ['a system that the text lacks', factsWith('windows:', 'android2:'), [[yaml, 8, 'yaml-shape']]],
    ['an unknown lesson', factsWith('[water]', '[soil]'), [[yaml, 2, 'reference-unknown']]],
    ['a lesson twice', factsWith('[water]', '[water, water]'), [[yaml, 2, 'duplicate-id']]],
    ['an id that is not its folder', factsWith('id: photo', 'id: film'), [[yaml, 1, 'reference-unknown']]],
    ['no day on which it was tried', factsWith('checked: 2026-11-21, ', ''), [[yaml, 4, 'yaml-shape']]],
    ['an address of no source', factsWith(', url: https://handbuch.example/', ''), [[yaml, 5, 'yaml-shape']]],
    ['steps tried two years ago', factsWith('2026-11-21', '2024-11-21'), [[yaml, 4, 'guide-stale']]],
    ['steps tried tomorrow', factsWith('2026-11-21', '2026-11-25'), [[yaml, 4, 'yaml-shape']]]
  ])('with %s is named', (_, files, expected) => {
    const found = problemsIn(files).filter(([, , code]) => code !== 'guide-untried');
    expect(found).toEqual(expected);
  });

  it('needs its facts, and each language of its lessons, and no other', () => {
    expect(problemsIn({ [de]: aGuide()[de] })).toEqual([[yaml, 1, 'file-missing']]);
    const english = { ...inEnglish(), ...aGuide() };
    expect(problemsIn(english)).toContainEqual([yaml, 1, 'language-missing']);
    expect(problemsIn(aGuide({ [de]: () => undefined }))).toContainEqual([yaml, 1, 'language-missing']);
    expect(problemsIn({ ...aGuide(), 'guides/photo/fr.md': '# Photo\n\nPhoto.' })).toContainEqual([
      'guides/photo/fr.md',
      1,
      'file-unused'
    ]);
  });

  it('carries the stamp of the German text in its translations', () => {
    const german = aGuide()[de] ?? '';
    const stamped = withStamp({ file: en, text: german }, sourceStamp(german)) ?? '';
    expect(stamped).toBe(`---\nfrom: '${sourceStamp(german)}'\n---\n\n${german}`);
    const saidOf = (text: string): unknown[] =>
      problemsIn({ ...inEnglish(), ...aGuide(), [en]: text }).filter(([file]) => file === en);
    expect(saidOf(german)).toEqual([[en, 1, 'translation-unstamped']]);
    expect(saidOf(stamped)).toEqual([]);
    expect(saidOf(withStamp({ file: en, text: stamped }, '00000000') ?? '')).toEqual([[en, 5, 'translation-old']]);
  });
});
