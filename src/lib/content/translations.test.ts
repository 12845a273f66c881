import { describe, expect, it } from 'vitest';
import {
  aContent,
  aLessonText,
  aTrainerPage,
  checkOptions,
  inEnglish,
  lessonFolder,
  problemsIn
} from '../../../tests/support/content';
import { checkContent } from './check';
import { sourceStamp, withStamp } from './source-stamp';

const en = `${lessonFolder}/en.md`;
const german = aLessonText();

/** The English text, with the stamp of a German one. */
const englishFrom = (source: string): string => withStamp({ file: en, text: aLessonText() }, sourceStamp(source)) ?? '';

/** What is said about translations in these files. */
const saidIn = (files: Record<string, string>) =>
  problemsIn(files).filter(([, , code]) => code.startsWith('translation'));

/** The same about the lesson alone, where the German text is this and the English one that. */
const said = (english: string, de = german) =>
  saidIn({ ...inEnglish(english), [`${lessonFolder}/de.md`]: de }).filter(([file]) => file === en);

describe('a translation', () => {
  it('is well while the German text is the one that it was made from', () => {
    expect(said(englishFrom(german))).toEqual([]);
  });

  it('is out of date once the German text says something else', () => {
    expect(said(englishFrom(german), aLessonText({ done: 'Sie gießen sehr gut.' }))).toEqual([
      [en, 3, 'translation-old']
    ]);
  });

  it('stays well where the German text only breaks its lines elsewhere', () => {
    expect(said(englishFrom(german), aLessonText({ done: 'Sie\ngießen  gut.' }))).toEqual([]);
    expect(said(englishFrom(german), `\uFEFF${german.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it('without a stamp is a hint, neither warning nor error', () => {
    expect(said(aLessonText())).toEqual([[en, 3, 'translation-unstamped']]);
    const { problems } = checkContent(aContent(inEnglish()), checkOptions);
    expect(problems.find(({ code }) => code === 'translation-unstamped')?.severity).toBe('hint');
  });

  it('whose stamp is none is a mistake', () => {
    const text = aLessonText().replace('goal:', 'from: 12\ngoal:');
    expect(problemsIn(inEnglish(text))).toContainEqual([en, 3, 'yaml-shape']);
  });
});

describe('what else is translated', () => {
  const germanScene = 'ask: Tippen Sie auf den Topf.\n';
  const scene = 'scenes/touch/pot/en.yaml';
  const page = `${lessonFolder}/trainer.en.yaml`;
  const files: Record<string, string> = {
    ...inEnglish(englishFrom(german)),
    'scenes/touch/pot/de.yaml': germanScene,
    [scene]: 'ask: Tap the pot.\n',
    [`${lessonFolder}/trainer.de.yaml`]: aTrainerPage(),
    [page]: aTrainerPage()
  };
  const stamped = (file: string, from: string): Record<string, string> => ({
    [file]: withStamp({ file, text: files[file] ?? '' }, sourceStamp(from)) ?? ''
  });

  it('are scenes and pages for trainers: without a stamp a hint each', () => {
    expect(saidIn(files)).toEqual([
      [page, 1, 'translation-unstamped'],
      [scene, 1, 'translation-unstamped']
    ]);
  });

  it('and they carry their stamp in their first line', () => {
    const fresh = { ...stamped(page, aTrainerPage()), ...stamped(scene, germanScene) };
    expect(saidIn({ ...files, ...fresh })).toEqual([]);
    expect(fresh[scene]).toMatch(/^# from: [0-9a-f]{8}\nask: Tap the pot\.\n$/u);
    const old = { ...stamped(page, 'another'), ...stamped(scene, 'another') };
    expect(saidIn({ ...files, ...old })).toEqual([
      [page, 1, 'translation-old'],
      [scene, 1, 'translation-old']
    ]);
    expect(withStamp({ file: scene, text: old[scene] ?? '' }, sourceStamp(germanScene))).toBe(fresh[scene]);
  });
});

describe('a stamp', () => {
  it('takes the place of the earlier one, and leaves the rest as it is', () => {
    const once = withStamp({ file: en, text: german }, '1a2b3c4d') ?? '';
    expect(once).toBe(german.replace('gut.\n---', "gut.\nfrom: '1a2b3c4d'\n---"));
    expect(withStamp({ file: en, text: once }, '00000000')).toBe(once.replace('1a2b3c4d', '00000000'));
  });

  it('keeps the line ends of the file, and is not written where there is no front matter', () => {
    const windows = german.replaceAll('\n', '\r\n');
    expect(withStamp({ file: en, text: windows }, '1a2b3c4d')).toBe(
      windows.replace('gut.\r\n---', "gut.\r\nfrom: '1a2b3c4d'\r\n---")
    );
    expect(withStamp({ file: en, text: '## Schritt' }, '1a2b3c4d')).toBeUndefined();
  });

  it('is FNV-1a over 32 bits', () => {
    // From the algorithm's own test vectors (Fowler, Noll, Vo).
    expect([sourceStamp(''), sourceStamp('a'), sourceStamp('foobar')]).toEqual(['811c9dc5', 'e40c292c', 'bf9cf968']);
  });
});
