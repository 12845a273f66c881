import { describe, expect, it } from 'vitest';
import {
  aContent,
  aLessonText,
  aLessonYaml,
  checkOptions,
  lessonFolder,
  problemsIn
} from '../../../tests/support/content';
import { compile } from './compile';

const yaml = `${lessonFolder}/lesson.yaml`;
const de = `${lessonFolder}/de.md`;

const order = (things = ['Topf', 'Erde', 'Wasser']): string =>
  `:::order\nWas zuerst?\n\n${things.map((thing, at) => `${at + 1}. ${thing} | Es kommt an Platz ${at + 1}.`).join('\n')}\n\nGenau.\n:::`;
const match = `:::match
Was passt?

- Topf = Erde | Erde kommt hinein.
- Blatt = Licht | Es braucht Licht.
- Wurzel = Wasser | Sie trinkt.

Gut.
:::`;
const talk = ':::talk\nWelche Pflanze haben Sie?\n:::';
const alone = ':::alone\nSchreiben Sie es auf.\n:::';

const found = (kind: string, first: string) =>
  problemsIn({ [yaml]: aLessonYaml(['kind: question', `kind: ${kind}`]), [de]: aLessonText({ first }) });

describe('a step that is answered otherwise than by choosing', () => {
  it.each([
    ['order', order()],
    ['match', match],
    ['match\n    signs: [sunflower, tulip, tulip]', match],
    ['talk', `${talk}\n\n${alone}`]
  ])('%s has no problem', (kind, first) => {
    expect(found(kind, first)).toEqual([]);
  });

  it.each([
    ['an order in a step for choosing', 'question', order(), 'question-unexpected'],
    ['a question in an order', 'order', talk, 'question-unexpected'],
    ['no block at all', 'match', 'Nichts.', 'question-missing'],
    ['two things', 'order', order(['Topf', 'Erde']), 'order-count'],
    ['six things', 'order', order(['Topf', 'Erde', 'Wasser', 'Licht', 'Luft', 'Zeit']), 'order-count'],
    ['a thing without feedback', 'order', order().replace(' | Es kommt an Platz 2.', ''), 'question-feedback'],
    ['a talk without a word to whoever is alone', 'talk', talk, 'talk-alone'],
    ['a hint where nothing is answered', 'talk', `${talk}\n\n${alone}\n\n:::hint\nDa.\n:::`, 'question-unexpected'],
    ['a word to whoever is alone without a talk', 'order', `${order()}\n\n${alone}`, 'question-unexpected'],
    ['signs that are fewer than the pairs', 'match\n    signs: [tulip]', match, 'match-shape'],
    ['a sign that is no picture', 'match\n    signs: [tulip, tulip, cactus]', match, 'picture-unknown'],
    ['signs of an order', 'order\n    signs: [tulip, tulip, tulip]', order(), 'match-shape']
  ])('%s is a mistake', (_, kind, first, code) => {
    const codes = found(kind, first).map(([, , one]) => one);
    expect(codes).toContain(code);
    expect(codes.filter((one) => one !== code)).toEqual([]);
  });

  it('counts as a task of its lesson, but a talk does not', () => {
    const without = aLessonYaml(
      ['kind: question', 'kind: talk'],
      ['kind: do\n    practice: touch\n    scene: pot', 'kind: read']
    );
    const codes = problemsIn({ [yaml]: without, [de]: aLessonText({ first: `${talk}\n\n${alone}` }) }).map(
      ([, , code]) => code
    );
    expect(codes).toContain('task-missing');
  });

  it('has what somebody does alone, and the signs of its things, in the served lesson', () => {
    const { courses } = compile(
      aContent({
        [yaml]: aLessonYaml(['kind: question', 'kind: match\n    signs: [sunflower, tulip, tulip]']),
        [de]: aLessonText({ first: match })
      }),
      checkOptions
    );
    const form = courses[0]?.lessons[0]?.byLocale.get('de')?.steps[2]?.question?.form;
    expect(form).toMatchObject({ kind: 'match', signs: ['sunflower', 'tulip', 'tulip'] });
  });
});
