import { describe, expect, it } from 'vitest';
import {
  aContent,
  aLessonText,
  aLessonYaml,
  checkOptions,
  inEnglish,
  lessonFolder,
  problemsIn
} from '../../../tests/support/content';
import { checkContent } from './check';
import { compile } from './compile';
import { plainText } from './lesson';

const yaml = `${lessonFolder}/lesson.yaml`;
const de = `${lessonFolder}/de.md`;
const en = `${lessonFolder}/en.md`;

const moment = [
  'Die Blätter hängen. Was tun Sie?',
  '',
  '- [x] Ich gieße. | Gut so.',
  '- [?] Ich warte. | Auch das hilft.'
];

/** A question of three answers, the second of which leads on. */
const story = (below: readonly string[] = moment): string =>
  [
    ...[':::question', 'Was tun Sie?', '', '- [x] Ich frage. | Gut.', '- [ ] Ich gehe. | Verständlich.', ''],
    ...below.map((line) => (line === '' ? '' : `  ${line}`)),
    ...['', '- [?] Ich weiß es nicht. | Das macht nichts.', ':::']
  ].join('\n');

const written = (first: string, kind = 'decide') => ({
  [yaml]: aLessonYaml(['kind: question', `kind: ${kind}`]),
  [de]: aLessonText({ first })
});
const lineOf = (text: string): number => aLessonText({ first: story() }).split('\n').indexOf(text) + 1;

describe('an answer of a decision that leads on', () => {
  it('has the moment below it, with a decision of its own, in the served lesson', () => {
    const changed = written(story());
    expect(problemsIn(changed)).toEqual([]);
    const { courses } = compile(aContent(changed), checkOptions);
    const choices = courses[0]?.lessons[0]?.byLocale.get('de')?.steps[2]?.question?.choices ?? [];
    expect(choices.map(({ next }) => next !== undefined)).toEqual([false, true, false]);
    const next = choices[1]?.next;
    expect(plainText(next?.prompt ?? [])).toBe('Die Blätter hängen. Was tun Sie?');
    expect(next?.choices.map(({ sentences, feedback }) => [plainText(sentences), plainText(feedback)])).toEqual([
      ['Ich gieße.', 'Gut so.'],
      ['Ich warte.', 'Auch das hilft.']
    ]);
    expect(next?.choices.map(({ right, neutral }) => [right, neutral])).toEqual([
      [true, undefined],
      [false, true]
    ]);
  });

  const without = (line: number) => moment.filter((_, at) => at !== line);
  it.each<[name: string, below: readonly string[], code: string, at: string]>([
    ['nothing asked', moment.slice(2), 'branch-shape', '  - [x] Ich gieße. | Gut so.'],
    ['one answer', without(3), 'branch-choices', '  Die Blätter hängen. Was tun Sie?'],
    ['no answers', moment.slice(0, 1), 'branch-choices', '  Die Blätter hängen. Was tun Sie?'],
    [
      'five answers',
      [...moment, ...moment.slice(2), '- [ ] Nein. | Gut.'],
      'branch-choices',
      '  Die Blätter hängen. Was tun Sie?'
    ],
    ['no feedback', moment.with(3, '- [?] Ich warte.'), 'question-feedback', '  - [?] Ich warte. | Auch das hilft.'],
    ['too much to read', moment.with(0, 'A. B. C. D. Was?'), 'branch-long', '  Die Blätter hängen. Was tun Sie?'],
    ['text at the end', [...moment, '', 'Ende.'], 'branch-shape', '  - [?] Ich warte. | Auch das hilft.'],
    [
      'a rule in it',
      [...moment.slice(0, 2), '***', '', ...moment.slice(2)],
      'markup-unknown',
      '  - [x] Ich gieße. | Gut so.'
    ],
    ['a further moment', [...moment.slice(0, 3), '', '  Und dann?', '', '  - [x] Gut. | Gut.', ''], 'branch-deep', '']
  ])('with %s is a mistake that says where', (_, below, code, at) => {
    const found = problemsIn(written(story(below))).filter(([, , one]) => one === code);
    expect(found.map(([file]) => file)).toContain(de);
    if (at !== '' && code !== 'branch-shape') expect(found[0]?.[1]).toBe(lineOf(at));
  });

  it('has no place in a question', () => {
    expect(problemsIn(written(story(), 'question'))).toEqual([
      [de, lineOf('  Die Blätter hängen. Was tun Sie?'), 'branch-unexpected']
    ]);
  });

  it('leads on in every language, at the same answer, to the same answers', () => {
    const codes = (below: readonly string[]) =>
      problemsIn({ ...written(story()), ...inEnglish(aLessonText({ first: story(below) })) })
        .filter(([file]) => file === en)
        .map(([, , code]) => code);
    expect(codes(moment)).not.toContain('question-differs');
    expect(codes([])).toContain('question-differs');
    expect(codes([...moment, '- [x] I ask. | Good.'])).toContain('question-differs');
  });

  it('is read by whoever looks at the language, and at what is said twice', () => {
    const long = 'Das ist ein Satz, der viel zu lang ist, weil er immer weiter und weiter geht und kein Ende findet.';
    const { problems } = checkContent(
      aContent(
        written(
          story(
            moment
              .with(3, `- [?] ${long} | Gut so.`)
              .with(2, '- [ ] Ich gieße. | Gut so.')
              .toSpliced(4, 0, '- [ ] Nein. | Gut so.')
          )
        )
      ),
      checkOptions
    );
    const codes = problems.map(({ code }) => code);
    expect(codes).toContain('sentence-long');
    expect(codes).toContain('feedback-twice');
  });
});
