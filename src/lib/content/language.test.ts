import { describe, expect, it } from 'vitest';
import { aCourseYaml, aLessonText, lessonFolder, problemsIn } from '../../../tests/support/content';

const de = `${lessonFolder}/de.md`;
const course = 'courses/plants/course.yaml';

describe('language that is too hard is named', () => {
  const words = (count: number): string => `Da ${'so '.repeat(count - 2)}da.`;

  it.each([
    ['a sentence of 15 words', words(15), 'sentence-long'],
    ['a sentence of 12 words', words(12), 'sentence-longish'],
    ['two commas', 'Ja, gut, so.', 'commas'],
    ['an abbreviation', 'Das ist z. B. gut.', 'abbreviation'],
    ['a long word', 'Das Bildschirmtastatureingabefeld ist da.', 'word-longish'],
    ['a special sign', 'Das (hier) ist gut.', 'special-signs'],
    ['two negations', 'Das ist nicht ohne Wert.', 'negations'],
    ['a word that makes small', 'Das ist ganz einfach.', 'word-avoid'],
    ['four sentences before the task', 'Eins da. Zwei da. Drei da. Vier da.', 'step-long'],
    ['five sentences before the task', 'Eins da. Zwei da. Drei da. Vier da. Und da.', 'step-too-long']
  ])('%s', (_, text, code) => {
    const ofSentences = problemsIn({ [de]: aLessonText({ done: text }) }).filter(([, line]) => line > 1);
    expect(ofSentences).toEqual([[de, code.startsWith('step') ? 36 : 38, code]]);
  });

  it('but not where a word only ends like it', () => {
    expect(problemsIn({ [de]: aLessonText({ done: 'Da stehen Häuser.' }) })).toEqual([]);
  });

  it('in answers, feedback, hints and alternative texts, too', () => {
    const long = words(15);
    const first = `:::question\n${long}\n\n- [x] ${long} | Und ${long}\n- [ ] C. | D.\n- [ ] E. | F.\n:::\n\n:::hint\n${long}\n:::`;
    const look = `:::picture{alt="${long}"}\n- sunflower: Sonne\n- tulip: Tulpe\n:::`;
    const lines = problemsIn({ [de]: aLessonText({ first, look }) }).filter(([, , code]) => code === 'sentence-long');
    expect(lines.map(([, line]) => line)).toEqual([12, 20, 22, 22, 28]);
  });

  it('in summaries, the glossary and scenes, too', () => {
    const long = words(15);
    expect(problemsIn({ [course]: aCourseYaml(['Sie pflegen Pflanzen.', long]) })).toEqual([
      [course, 6, 'sentence-long']
    ]);
    expect(problemsIn({ 'glossary/pot.yaml': `id: pot\nword: { de: Topf }\nplain:\n  de: ${long}\n` })).toEqual([
      ['glossary/pot.yaml', 4, 'sentence-long']
    ]);
    expect(problemsIn({ 'scenes/touch/pot/de.yaml': `ask: ${long}\n` })).toEqual([
      ['scenes/touch/pot/de.yaml', 1, 'sentence-long']
    ]);
  });

  it('a heading of seven words', () => {
    const text = aLessonText().replace('## Schritt {#done}', '## Das ist nun aber ganz schön lang {#done}');
    expect(problemsIn({ [de]: text })).toEqual([[de, 36, 'heading-long']]);
  });

  it('the whole lesson, at its first line', () => {
    const text = aLessonText({
      done: 'Wasserstandsanzeiger informieren zuverlässig.\n\nFeuchtigkeitsmesser signalisieren Trockenheit.'
    });
    expect(problemsIn({ [de]: text }).filter(([, , code]) => code === 'readability')).toContainEqual([
      de,
      1,
      'readability'
    ]);
  });

  it('and the easy level allows neither commas nor signs nor long words', () => {
    const easy = {
      [course]: aCourseYaml(
        ['[de]', '[de-simple]'],
        ['{ de: Pflanzen }', '{ de-simple: Pflanzen }'],
        ['{ de: Sie', '{ de-simple: Sie']
      ),
      'glossary/pot.yaml': 'id: pot\nword: { de-simple: Topf }\nplain: { de-simple: Darin wächst eine Pflanze. }\n',
      'scenes/touch/pot/de.yaml': undefined,
      'scenes/touch/pot/de-simple.yaml': 'ask: Tippen Sie auf den Topf.\n',
      [de]: undefined
    };
    const done = 'Ja, das ist gut. Das (hier) auch. Das Tastaturengerät ist da. Es wiegt 2,5 Kilo.';
    const problems = problemsIn({ ...easy, [`${lessonFolder}/de-simple.md`]: aLessonText({ done }) });
    const ofSentences = problems.filter(([, line]) => line > 1).map(([, , code]) => code);
    expect(ofSentences).toEqual(['comma', 'special-sign', 'word-long']);
  });
});
