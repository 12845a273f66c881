import { describe, expect, it } from 'vitest';
import { aContent, aGuide, checkOptions } from '../../../tests/support/content';
import type { WordEntry } from '../content/glossary';
import { compile } from '../content/compile';
import type { SearchFile } from '../content/search/search-file';
import { serve } from '../content/served.server';
import { openFinder } from './find';

const glossary = {
  'glossary/pot.yaml': 'id: pot\nword: { de: Blumen-Topf }\nplain: { de: Darin wächst etwas. }\nalso: { de: [Kübel] }\n'
};

async function aFinder(changed: Record<string, string> = glossary) {
  const { files } = serve(compile(aContent(changed), checkOptions), new Set());
  const file: SearchFile = JSON.parse(files.get('/content/de/search.json') ?? '');
  const words: WordEntry[] = JSON.parse(files.get('/content/de/words.json') ?? '');
  return openFinder({ locale: 'de', file, words });
}

const found = async (query: string) =>
  (await aFinder()).find(query).map((one) => {
    if (one.kind === 'lesson') return one.step ? `lesson, step ${one.step.number}` : 'lesson';
    if (one.kind === 'page') return one.page.id;
    return one.kind === 'word' ? one.word.word : one.kind;
  });

describe('what is found', () => {
  it('is a lesson by its title', async () => {
    expect((await found('Gießen'))[0]).toBe('lesson');
    expect((await found('giesen'))[0]).toBe('lesson');
  });

  it('is a course by its title and by what it is about', async () => {
    expect(await found('Pflanzen pflegen')).toContain('course');
  });

  it('is a word, and the lesson that explains it, also by what people call it', async () => {
    for (const query of ['Blumentopf', 'Blumen-Topf', 'Topf', 'Kuebel'])
      expect((await found(query)).sort()).toEqual(['Blumen-Topf', 'lesson']);
  });

  it('is the step of a lesson where only its text says it', async () => {
    expect(await found('trocken')).toEqual(['lesson, step 3']);
    expect(await found('Wasser')).toEqual(['lesson, step 1']);
  });

  it('is a guide by its title, and by what its steps name on the screen', async () => {
    const finder = await aFinder(aGuide());
    for (const query of ['Foto machen', 'Fotografie'])
      expect(finder.find(query)[0]).toMatchObject({ kind: 'guide', guide: { id: 'photo', title: 'Ein Foto machen' } });
  });

  it.each(['', '   ', '!!!', 'xylophon'])('is nothing for %j', async (query) => {
    expect(await found(query)).toEqual([]);
  });

  it.each(['a'.repeat(80), '(', '\\', '*', '"Topf', 'Topf; DROP', '\u0000', '😀😀'])(
    'never throws: %j',
    async (query) => {
      const finder = await aFinder();
      expect(() => [finder.find(query), finder.meant(query)]).not.toThrow();
    }
  );
});

describe('words that were perhaps meant', () => {
  it('look like what was typed', async () => {
    expect((await aFinder()).meant('Blumdopv')).toEqual(['Blumen-Topf']);
  });

  it('are none where nothing looks like it', async () => {
    expect((await aFinder()).meant('xyxyxy')).toEqual([]);
  });
});
