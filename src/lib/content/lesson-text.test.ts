import { describe, expect, it } from 'vitest';
import { plainText } from './lesson';
import { readLessonText, type LessonText } from './lesson-text';

const head = '---\ntitle: Gießen\ngoal: Sie gießen gut.\n---\n\n';
const read = (body: string) => readLessonText('de.md', head + body);
const textOf = (body: string): LessonText => {
  const { text, problems } = read(body);
  expect(problems).toEqual([]);
  if (!text) throw new Error('The text was not understood.');
  return text;
};

describe("a language's file of a lesson", () => {
  it('has a title, a goal and one step a heading', () => {
    const text = textOf('## Erst dies {#one}\n\nEins. Zwei.\n\n## Dann das {#two}\n\n- Drei.\n- Vier. Fünf.\n');
    expect(text.title).toBe('Gießen');
    expect(text.goal).toBe('Sie gießen gut.');
    expect(text.steps.map(({ id, title }) => [id, title])).toEqual([
      ['one', 'Erst dies'],
      ['two', 'Dann das']
    ]);
    expect(text.steps[0]?.blocks).toEqual([
      { kind: 'paragraph', sentences: [[{ text: 'Eins.' }], [{ text: 'Zwei.' }]] }
    ]);
    expect(text.steps[1]?.blocks).toEqual([
      { kind: 'list', ordered: false, items: [[[{ text: 'Drei.' }]], [[{ text: 'Vier.' }], [{ text: 'Fünf.' }]]] }
    ]);
  });

  it('holds a question with answers, feedback and a hint', () => {
    const [step] = textOf(
      '## Frage {#one}\n\n:::question\nWas nun?\n\n- [x] Das **hier**. | Genau. Gut.\n- [ ] Das da. | Schade.\n:::\n\n:::hint\nSchauen Sie hin.\n:::\n'
    ).steps;
    expect(plainText(step?.question?.prompt ?? [])).toBe('Was nun?');
    expect(step?.question?.choices).toEqual([
      {
        right: true,
        sentences: [[{ text: 'Das ' }, { text: 'hier', strong: true }, { text: '.' }]],
        feedback: [[{ text: 'Genau.' }], [{ text: 'Gut.' }]]
      },
      { right: false, sentences: [[{ text: 'Das da.' }]], feedback: [[{ text: 'Schade.' }]] }
    ]);
    expect(plainText(step?.hint ?? [])).toBe('Schauen Sie hin.');
  });

  it('holds things in their right order, each with its feedback, and what is said in the end', () => {
    const [step] = textOf(
      '## Reihe {#one}\n\n:::order\nWas zuerst?\n\n1. Eins | Der Anfang.\n2. Zwei | Danach.\n3. Drei | Am Ende.\n\nGenau. Gut.\n:::\n'
    ).steps;
    expect(step?.question?.form).toEqual({ kind: 'order' });
    const choices = step?.question?.choices ?? [];
    expect(choices.map(({ sentences, feedback }) => [plainText(sentences), plainText(feedback)])).toEqual([
      ['Eins', 'Der Anfang.'],
      ['Zwei', 'Danach.'],
      ['Drei', 'Am Ende.'],
      ['', 'Genau. Gut.'],
      ['', '']
    ]);
    expect(choices.map(({ right, neutral }) => [right, neutral === true])).toEqual([
      ...[0, 1, 2].map(() => [false, false]),
      [true, false],
      [false, true]
    ]);
  });

  it('holds things and what belongs to them', () => {
    const [step] = textOf(
      '## Paare {#one}\n\n:::match\nWas passt?\n\n- **Rad** = Das Auto. | Es rollt.\n- Ruder = Das Boot | Es schwimmt.\n\nGenau.\n:::\n'
    ).steps;
    const { choices = [], form } = step?.question ?? {};
    expect(form?.kind === 'match' && form.partners.map(plainText)).toEqual(['Das Auto.', 'Das Boot']);
    expect(choices.map(({ sentences }) => plainText(sentences))).toEqual(['Rad', 'Ruder', '', '']);
    expect(plainText(choices[1]?.feedback ?? [])).toBe('Es schwimmt.');
  });

  it('holds what is talked about, and what somebody does alone', () => {
    const [step] = textOf('## Reden {#one}\n\n:::talk\nWas? Wer?\n:::\n\n:::alone\nSchreiben Sie.\n:::\n').steps;
    expect(plainText(step?.question?.prompt ?? [])).toBe('Was? Wer?');
    expect(step?.question?.choices).toEqual([]);
    expect(plainText(step?.alone ?? [])).toBe('Schreiben Sie.');
  });

  it("holds a picture's texts", () => {
    const [step] = textOf(
      '## Bild {#one}\n\n:::picture{alt="Eine „große“ Liste."}\n- title: Einstellungen\n- text: Schrift | groß\n:::\n'
    ).steps;
    expect(step?.picture).toEqual({
      alt: 'Eine „große“ Liste.',
      labels: [
        { id: 'title', label: 'Einstellungen' },
        { id: 'text', label: 'Schrift', detail: 'groß' }
      ]
    });
  });

  it('takes a colon in a word for a colon, not for a directive', () => {
    const [step] = textOf('## Uhr {#one}\n\nUm 10:30 Uhr gilt das:Hier.\n').steps;
    expect(step?.blocks).toEqual([{ kind: 'paragraph', sentences: [[{ text: 'Um 10:30 Uhr gilt das:Hier.' }]] }]);
  });

  it('reads files from other editors: with a byte order mark and Windows line ends', () => {
    const { text, problems } = readLessonText(
      'de.md',
      `\uFEFF${head}## Eins {#one}\n\nGut.\n`.replaceAll('\n', '\r\n')
    );
    expect(problems).toEqual([]);
    expect(text?.steps.map(({ id }) => id)).toEqual(['one']);
  });

  it('knows the line of every sentence', () => {
    const { text, lines } = read('## Eins {#one}\n\nErster Satz.\nZweiter Satz. Dritter\nSatz. Vierter.\n');
    const [block] = text?.steps[0]?.blocks ?? [];
    const sentences = block?.kind === 'paragraph' ? block.sentences : [];
    expect(sentences.map((sentence) => lines.get(sentence))).toEqual([8, 9, 9, 10]);
  });
});

describe('a mistake in the text is named with its line', () => {
  it.each([
    ['a heading without an id', '## Eins\n\nGut.\n', 6, 'heading-id'],
    ['text before the first heading', 'Gut.\n\n## Eins {#one}\n', 6, 'heading-id'],
    ['a heading of another level', '## Eins {#one}\n\n### Zwei\n', 8, 'markup-unknown'],
    ['slanted text', '## Eins {#one}\n\nDas ist *gut*.\n', 8, 'markup-unknown'],
    ['a link', '## Eins {#one}\n\nDas [da](https://verein.example).\n', 8, 'markup-unknown'],
    ['an image', '## Eins {#one}\n\n![Bild](bild.png)\n', 8, 'markup-unknown'],
    ['HTML', '## Eins {#one}\n\nGut<br>so\n', 8, 'markup-unknown'],
    ['a list in a list', '## Eins {#one}\n\n- Eins\n  - Zwei\n', 9, 'markup-unknown'],
    ['an unknown block', '## Eins {#one}\n\n:::video\n:::\n', 8, 'markup-unknown'],
    [
      'a second picture',
      '## Eins {#one}\n\n:::picture{alt="A"}\n:::\n\n:::picture{alt="B"}\n:::\n',
      11,
      'markup-unknown'
    ],
    ['a block that is not closed', '## Eins {#one}\n\n:::question\nWas?\n\n## Zwei {#two}\n', 8, 'block-open'],
    [
      'a block that is not closed before the next',
      '## Eins {#one}\n\n:::question\nWas?\n:::hint\nDa.\n:::\n',
      8,
      'block-open'
    ],
    ['an answer without a box', '## Eins {#one}\n\n:::question\nWas?\n\n- Das. | Gut.\n:::\n', 11, 'question-shape'],
    ['a question without a question', '## Eins {#one}\n\n:::question\n- [x] Das. | Gut.\n:::\n', 8, 'question-shape'],
    [
      'an order without numbers',
      '## Eins {#one}\n\n:::order\nWas?\n\n- Eins | Gut.\n- Zwei | Gut.\n\nGenau.\n:::\n',
      11,
      'order-shape'
    ],
    ['an order without a question', '## Eins {#one}\n\n:::order\n1. Eins | Gut.\n\nGenau.\n:::\n', 8, 'order-shape'],
    ['an order without praise', '## Eins {#one}\n\n:::order\nWas?\n\n1. Eins | Gut.\n:::\n', 8, 'order-shape'],
    [
      'a thing that is there twice',
      '## Eins {#one}\n\n:::order\nWas?\n\n1. Eins | Gut.\n2. Eins | Gut.\n\nGenau.\n:::\n',
      12,
      'order-shape'
    ],
    [
      'a pair without a sign',
      '## Eins {#one}\n\n:::match\nWas?\n\n- Rad Auto | Gut.\n\nGenau.\n:::\n',
      11,
      'match-shape'
    ],
    [
      'a partner that is there twice',
      '## Eins {#one}\n\n:::match\nWas?\n\n- Rad = Auto | Gut.\n- Tür = Auto | Gut.\n\nGenau.\n:::\n',
      12,
      'match-shape'
    ],
    ['a talk without a question', '## Eins {#one}\n\n:::talk\n:::\n', 8, 'question-shape'],
    ['a label without an id', '## Eins {#one}\n\n:::picture{alt="A"}\n- Schrift\n:::\n', 9, 'label-missing'],
    ['a label in quotation marks', `## Eins {#one}\n\n:::picture{alt="A"}\n- a: 'B'\n:::\n`, 9, 'label-quoted'],
    [
      'a label that is there twice',
      '## Eins {#one}\n\n:::picture{alt="A"}\n- a: Eins\n- a: Zwei\n:::\n',
      10,
      'duplicate-id'
    ]
  ])('%s', (_, body, line, code) => {
    expect(read(body).problems.map((problem) => [problem.line, problem.code])).toEqual([[line, code]]);
  });

  it.each([
    ['no front matter', '## Eins {#one}\n', 1, 'front-matter'],
    ['no goal', '---\ntitle: Gießen\n---\n', 2, 'yaml-shape'],
    ['an unknown entry', '---\ntitle: Gießen\ngoal: Gut.\nauthor: Anna\n---\n', 4, 'yaml-shape'],
    ['a colon without quotes', '---\ntitle: Gießen: so geht es\ngoal: Gut.\n---\n', 2, 'yaml-syntax']
  ])('%s', (_, source, line, code) => {
    expect(readLessonText('de.md', source).problems.map((problem) => [problem.line, problem.code])).toEqual([
      [line, code]
    ]);
  });
});
