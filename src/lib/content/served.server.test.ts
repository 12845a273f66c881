import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  aContent,
  aCourseYaml,
  aLessonText,
  aLessonYaml,
  checkOptions,
  lessonFolder
} from '../../../tests/support/content';
import { compile } from './compile';
import type { Lesson, Step } from './lesson';
import { errorReport, serve } from './served.server';

const pictures = new Set(['sunflower', 'tulip']);
const served = (changed: Record<string, string | undefined> = {}) =>
  serve(compile(aContent(changed), checkOptions), pictures);
const lessonAddress = (content: ReturnType<typeof served>): string => content.courses[0]?.lessons[0]?.file ?? '';

describe('what the app serves of its content', () => {
  it('is a shelf, all paths, all guides, all words, what the search needs, a course and a lesson with its hash in its name', () => {
    const content = served();
    expect([...content.files.keys()].map((address) => address.replace(/\.[0-9a-f]{12}\./u, '.<hash>.'))).toEqual([
      '/content/de/lessons/water.<hash>.json',
      '/content/de/plants.json',
      '/content/de/courses.json',
      '/content/de/paths.json',
      '/content/de/guides.json',
      '/content/de/words.json',
      '/content/de/word-pictures.json',
      '/content/de/search.json'
    ]);
    expect(errorReport(content)).toBeUndefined();
  });

  it('has of a course what is written in a language, and says that there is more in German', () => {
    const courseYaml = aCourseYaml(
      ['languages: [de]', 'languages: [de]\npartly: [tr, uk]'],
      ['[01-water]', '[01-water, 02-light]']
    );
    const second = (text: string) => text.replace('id: water', 'id: light');
    const content = served({
      'courses/plants/course.yaml': courseYaml,
      [`${lessonFolder}/tr.md`]: aLessonText(),
      'scenes/touch/pot/tr.yaml': aContent({}).get('scenes/touch/pot/de.yaml'),
      'courses/plants/02-light/lesson.yaml': second(aContent({}).get(`${lessonFolder}/lesson.yaml`) ?? ''),
      'courses/plants/02-light/de.md': aLessonText()
    });
    const courseIn = (locale: string) => content.courses.find((course) => course.locale === locale);
    expect(courseIn('tr')).toMatchObject({ moreInGerman: true, familyLessons: { tr: ['water'] } });
    expect(courseIn('tr')?.lessons.map(({ id }) => id)).toEqual(['water']);
    const [onShelf] = JSON.parse(content.files.get('/content/tr/courses.json') ?? '');
    const file = content.files.get('/content/tr/plants.json') ?? '';
    expect(onShelf.hash).toBe(createHash('sha256').update(file).digest('hex').slice(0, 12));
    expect(courseIn('de')?.moreInGerman).toBeUndefined();
    expect(courseIn('uk')).toBeUndefined();
  });

  it('says on the shelf what a course is, how long and how big', () => {
    const content = served();
    const lesson = content.files.get(lessonAddress(content)) ?? '';
    expect(JSON.parse(content.files.get('/content/de/courses.json') ?? '')).toEqual([
      {
        id: 'plants',
        locale: 'de',
        audience: 'seniors',
        picture: 'sunflower',
        title: 'Pflanzen',
        summary: 'Sie pflegen Pflanzen.',
        minutes: 10,
        lessonCount: 1,
        sizeBytes: Buffer.byteLength(lesson),
        hash: createHash('sha256')
          .update(content.files.get('/content/de/plants.json') ?? '')
          .digest('hex')
          .slice(0, 12)
      }
    ]);
  });

  it('lists in the course the steps, practices and pictures of each lesson', () => {
    expect(served().courses[0]?.lessons[0]).toMatchObject({
      id: 'water',
      title: 'Gießen',
      goal: 'Sie gießen gut.',
      steps: ['welcome', 'look', 'first', 'second', 'own', 'done'],
      questions: ['first'],
      practised: ['second'],
      competences: ['5.1'],
      practices: ['touch'],
      pictures: ['sunflower', 'tulip']
    });
  });

  it('has an order and a match come back as questions do, with their signs, and a talk not', () => {
    const entryOf = (kind: string, first: string) =>
      served({
        [`${lessonFolder}/lesson.yaml`]: aLessonYaml(['kind: question', `kind: ${kind}`]),
        [`${lessonFolder}/de.md`]: aLessonText({ first })
      }).courses[0]?.lessons[0];
    const three = (things: string) => `\nWas?\n\n${things}\n\nGut.\n:::`;
    expect(entryOf('order', `:::order${three('1. A | B.\n2. C | D.\n3. E | F.')}`)?.questions).toEqual(['first']);
    const signed = 'match\n    signs: [tulip, tulip, sunflower]';
    expect(entryOf(signed, `:::match${three('- A = B | C.\n- D = E | F.\n- G = H | I.')}`)).toMatchObject({
      questions: ['first'],
      pictures: ['sunflower', 'tulip']
    });
    expect(entryOf('talk', ':::talk\nWas?\n:::\n\n:::alone\nDas.\n:::')?.questions).toEqual([]);
  });

  it('counts the pictures that a practice names', () => {
    const tulipInScene = { 'scenes/touch/pot/de.yaml': 'ask: tulip\n', [`${lessonFolder}/de.md`]: aLessonText() };
    expect(served(tulipInScene).courses[0]?.lessons[0]?.pictures).toContain('tulip');
  });

  it('hands a word its picture where it is explained, and to the page of words apart from them', () => {
    const pot = [
      'id: pot',
      'word: { de: Topf }',
      'plain: { de: Darin wächst eine Pflanze. }',
      'picture: { screen: plate, items: [lemon] }',
      "shown: { de: { alt: 'Ein Topf.', labels: { lemon: Zitrone } } }"
    ];
    const content = served({ 'glossary/pot.yaml': `${pot.join('\n')}\n` });
    const picture = {
      screen: 'plate',
      items: [{ id: 'lemon', label: 'Zitrone' }],
      labels: {},
      on: [],
      alt: 'Ein Topf.'
    };
    const lesson = JSON.parse(content.files.get(lessonAddress(content)) ?? '');
    expect(lesson.steps[0].words[0].picture).toEqual(picture);
    expect(JSON.parse(content.files.get('/content/de/word-pictures.json') ?? '')).toEqual({ pot: picture });
    expect(content.files.get('/content/de/words.json')).not.toContain('lemon');
    expect(content.courses[0]?.lessons[0]?.pictures).toContain('lemon');
  });

  it("gives a lesson the practice's params and the words in its language", () => {
    const content = served();
    const lesson = JSON.parse(content.files.get(lessonAddress(content)) ?? '');
    expect(lesson.steps[0].words).toEqual([{ id: 'pot', word: 'Topf', plain: 'Darin wächst eine Pflanze.' }]);
    expect(lesson.steps[3].practice).toEqual({
      kind: 'touch',
      scene: 'pot',
      params: { size: 2, texts: { ask: 'Tippen Sie auf den Topf.' } }
    });
    expect(lesson.steps[1].picture).toEqual({
      screen: 'home',
      items: [
        { id: 'sunflower', label: 'Sonne' },
        { id: 'tulip', label: 'Tulpe' }
      ],
      labels: {},
      on: [],
      alt: 'Zwei Pflanzen.',
      ring: 'tulip'
    });
  });

  it('marks the words of a text that can be explained, each once a step, and gives their explanations along', () => {
    const welcome = 'Der **Topf** steht. Im **Topf** ist **Erde**.\n\n1. Gießen Sie die **Töpfe**.';
    const content = served({
      'glossary/pot.yaml': 'id: pot\nword: { de: topf }\nplain: { de: Da. }\nforms: { de: [Töpfe] }\n',
      'glossary/soil.yaml': 'id: soil\nword: { de: Erde }\nplain: { de: Darin wächst es. }\n',
      [`${lessonFolder}/de.md`]: aLessonText({ welcome, own: '1. Gießen Sie den **Topf**.' })
    });
    const lesson: Lesson = JSON.parse(content.files.get(lessonAddress(content)) ?? '');
    const marked = ({ blocks }: Step) =>
      blocks
        .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : block.items.flat()))
        .flat()
        .flatMap(({ text, word }) => (word ? [`${text}: ${word}`] : []));
    expect(lesson.steps.map(marked)).toEqual([['Topf: pot', 'Erde: soil'], [], [], [], [], []]);
    expect(lesson.steps.map(({ words }) => words.map(({ id }) => id))).toEqual([['pot', 'soil'], [], [], [], [], []]);
  });

  it("keeps a lesson's address until its content changes", () => {
    const address = lessonAddress(served());
    expect(lessonAddress(served())).toBe(address);
    expect(lessonAddress(served({ 'glossary/other.yaml': 'id: other\nword: { de: A }\nplain: { de: B. }\n' }))).toBe(
      address
    );
    expect(lessonAddress(served({ [`${lessonFolder}/de.md`]: aLessonText({ done: 'Anders.' }) }))).not.toBe(address);
  });

  it('reports mistakes with file and line', () => {
    const report = errorReport(served({ [`${lessonFolder}/de.md`]: aLessonText({ look: 'Nichts.' }) }));
    expect(report).toContain(`${lessonFolder}/de.md:10  alt-missing`);
  });
});
