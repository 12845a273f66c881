import type { Choice, Question, Sentence, Step } from '$lib/content/lesson';
import type { PartsWords } from './words';

type Words = PartsWords['example'];

const said = (text: string): Sentence[] => [[{ text }]];

/** A step of each kind whose answer is not chosen once, in the words of one language. @param set unlike that of other words */
export function answeringExamples({ order, match, talk, story, answers, reasons }: Words, set: string): Step[] {
  const step = (kind: 'order' | 'match' | 'talk' | 'decide', question: Question): Step => ({
    ...{ id: `${set}-${kind}`, kind, title: '', blocks: [], words: [], question }
  });
  return [
    step('order', {
      ...{ prompt: said(order.prompt), choices: choicesOf(order), hint: said(order.hint), form: { kind: 'order' } }
    }),
    step('match', {
      prompt: said(match.prompt),
      choices: choicesOf(match),
      form: {
        kind: 'match',
        partners: match.partners.map(said),
        signs: ['gear', 'magnifying-glass-tilted-left', 'envelope']
      }
    }),
    step('talk', { prompt: said(talk.prompt), choices: [], form: { kind: 'talk', alone: said(talk.alone) } }),
    step('decide', {
      prompt: said(story.prompt),
      choices: choicesToTake(answers, reasons).map((choice, at) =>
        at === 1
          ? { ...choice, next: { prompt: said(story.next), choices: choicesToTake(story.answers, story.reasons) } }
          : choice
      )
    })
  ];
}

/** The first of them is right. */
const choicesToTake = (answers: readonly string[], reasons: readonly string[]): Choice[] =>
  answers.map((text, at) => ({ right: at === 0, sentences: said(text), feedback: said(reasons[at] ?? '') }));

function choicesOf({ things, reasons, right }: Words['order'] | Words['match']): Choice[] {
  return [
    ...things.map((thing, at) => ({ right: false, sentences: said(thing), feedback: said(reasons[at] ?? '') })),
    { right: true, sentences: [], feedback: said(right) },
    { right: false, neutral: true, sentences: [], feedback: [] }
  ];
}
