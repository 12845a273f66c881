import { describe, expect, it } from 'vitest';
import {
  aContent,
  aCourseYaml,
  aLessonText,
  aLessonYaml,
  aTrainerPage,
  checkOptions,
  lessonFolder,
  problemsIn
} from '../../../tests/support/content';
import { compile } from './compile';
import type { Sources } from './sources';
import { serve } from './served.server';

const de = `${lessonFolder}/trainer.de.yaml`;
const course = 'courses/plants/course.yaml';

describe('a page for trainers', () => {
  it('has no problem where it is whole, and a course may have none', () => {
    expect(problemsIn({ [de]: aTrainerPage() })).toEqual([]);
    expect(problemsIn({})).toEqual([]);
  });

  it.each([
    ['no aim', { aim: undefined }, 1, 'yaml-shape'],
    ['an empty field', { close: ' ' }, 9, 'yaml-shape'],
    ['six things to lay out', { material: ['a', 'b', 'c', 'd', 'e', 'f'] }, 2, 'yaml-shape'],
    ['two questions', { questions: [1, 2].map((ask) => ({ ask: `Was ${ask}?`, answer: 'So.' })) }, 4, 'yaml-shape'],
    ['one stumbling block', { stumbling: ['Es hakt.'] }, 5, 'yaml-shape'],
    ['a field of its own', { homework: 'Gießen.' }, 10, 'yaml-shape'],
    ['a sentence of 23 words', { slow: `Da ${'so '.repeat(21)}da.` }, 7, 'sentence-long'],
    ['a sentence of 21 words', { slow: `Da ${'so '.repeat(19)}da.` }, 7, 'sentence-longish'],
    ['an abbreviation', { start: 'Nimm z. B. einen Topf.' }, 3, 'abbreviation'],
    ['a word that makes small', { quick: 'Das ist einfach.' }, 6, 'word-avoid'],
    ['a trainer as "Sie"', { start: 'Stellen Sie den Topf hin.' }, 3, 'address'],
    ['more than a sheet holds', { close: 'Alle reden jetzt. '.repeat(100) }, 1, 'trainer-long']
  ])('%s is a mistake that is named', (_, changed, line, code) => {
    expect(problemsIn({ [de]: aTrainerPage(changed) })).toEqual([[de, line, code]]);
  });

  it.each([
    ['brackets and long words', { start: 'Zeig das Feuchtigkeitsmessgerät (es steht bereit); dann fragst du.' }],
    ['two negations', { slow: 'Nicht drängen, und nie die Hand nehmen.' }],
    ['"Sie" in what is said to the group', { start: 'Frag: Gießen Sie? Wo haben Sie Pflanzen?' }],
    ['"Sie" in quotes', { close: 'Sag zum Abschied „Kommen Sie gut heim“.' }],
    ['"Sie" for they', { slow: 'Die Leute gießen selbst. Sie brauchen Zeit.' }]
  ])('may have %s', (_, changed) => {
    expect(problemsIn({ [de]: aTrainerPage(changed) })).toEqual([]);
  });
});

describe('once a course has a page for trainers', () => {
  const second = {
    [course]: aCourseYaml(['[01-water]', '\n  - 01-water\n  - 02-light']),
    'courses/plants/02-light/lesson.yaml': aLessonYaml(['id: water', 'id: light']),
    'courses/plants/02-light/de.md': aLessonText({ first: aQuestion('Anders') })
  };

  it('each of its lessons has one', () => {
    expect(problemsIn(second)).toEqual([]);
    expect(problemsIn({ ...second, [de]: aTrainerPage() })).toEqual([[course, 9, 'trainer-missing']]);
  });

  it('it is there in each language in which trainers read', () => {
    const inEnglish = {
      [course]: aCourseYaml(
        ['[de]', '[de, de-simple, en]'],
        ['{ de: Pflanzen }', '{ de: Pflanzen, de-simple: Pflanzen, en: Plants }']
      ),
      [de]: aTrainerPage()
    };
    const missing = problemsIn(inEnglish).filter(([, , code]) => code === 'trainer-missing');
    expect(missing).toEqual([[course, 7, 'trainer-missing']]);
  });

  it('a page in another language is read by nobody', () => {
    const file = `${lessonFolder}/trainer.de-simple.yaml`;
    expect(problemsIn({ [de]: aTrainerPage(), [file]: aTrainerPage() })).toEqual([[file, 1, 'file-unused']]);
  });
});

describe('what the app serves of it', () => {
  const filesOf = (sources: Sources) => serve(compile(sources, checkOptions), new Set()).files;

  it('is a file of its own, and not a byte of what learners download changes', () => {
    const without = filesOf(aContent());
    const files = filesOf(aContent({ [de]: aTrainerPage() }));
    const page = JSON.parse(files.get('/content/de/trainer/plants.json') ?? '').water;
    expect(page.aim).toBe('Alle gießen zur richtigen Zeit.');
    expect(page.questions[2]).toEqual({ ask: 'Womit?', answer: 'Fühlen Sie die Erde.' });
    expect([...files].filter(([address]) => !address.includes('/trainer/'))).toEqual([...without]);
  });
});

function aQuestion(word: string): string {
  return `:::question\nWas?\n\n- [x] A. | ${word} eins.\n- [ ] B. | ${word} zwei.\n- [?] C. | ${word} drei.\n:::`;
}
