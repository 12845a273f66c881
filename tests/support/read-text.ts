import type { TFunction } from 'i18next';
import type { AnswerForm, Choice, Lesson, Question, Sentence, Step } from '../../src/lib/content/lesson';
import { plainText } from '../../src/lib/content/lesson';
import { shuffledOf } from '../../src/lib/learning/answering/arrangement';
import { letterOf } from '../../src/lib/learning/answering/letters';
import { seedOf } from '../../src/lib/practice/chance';

interface Shown {
  lesson: Lesson;
  step: Step;
  t: TFunction;
  /** The choice that is taken; of what is ordered or matched, that all is right. */
  chosen?: number | undefined;
  /** The choice that is taken in the moment to which the first one leads. */
  decided?: number | undefined;
  isHinted?: boolean;
}

const each = (sentences: readonly Sentence[]) => sentences.map((sentence) => plainText([sentence]));

/** What stands on the screen of a step, sentence by sentence in order: from its content alone, not from any markup. */
export function textOf(shown: Shown): string[] {
  const { step, t } = shown;
  const isTried = (ordered: boolean) => ordered && step.kind === 'try';
  const text = step.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences : isTried(block.ordered) ? [] : block.items.flat()
  );
  const list = step.blocks.flatMap((block) => (block.kind === 'list' && isTried(block.ordered) ? block.items : []));
  const inText = new Set(text.flat().map(({ word }) => word));
  const keys = step.words.filter(({ id }) => !inText.has(id)).map(({ word }) => word);
  return [
    step.title,
    ...each(text),
    ...each(step.question?.prompt ?? []),
    ...(list.length > 0 ? [t('learning.player.checklist')] : []),
    ...(keys.length > 0 ? [t('learning.player.words'), ...keys] : []),
    ...(step.question ? answersOf(step.question, shown) : []),
    ...each(list.flat()),
    ...(step.practice ? [] : (step.guides ?? []).map(({ title }) => t('learning.player.guide', { title }))),
    ...(step.leads ? [t('learning.player.week')] : [])
  ];
}

function answersOf(question: Question, shown: Shown): string[] {
  const { form } = question;
  if (form?.kind === 'talk') return talkOf(form, shown);
  if (form) return [...(form.kind === 'order' ? orderOf : matchOf)(question, shown), ...verdictOf(question, shown)];
  const { chosen, decided, isHinted, t } = shown;
  const isSettled = chosen !== undefined && question.choices[chosen]?.right;
  return [
    ...question.choices.flatMap((choice, index) => [
      ...choiceOf(choice, index === chosen, t),
      ...(index === chosen && choice.next
        ? [
            t('answering.story.next'),
            ...each(choice.next.prompt),
            ...choice.next.choices.flatMap((next, at) => choiceOf(next, at === decided, t))
          ]
        : [])
    ]),
    ...(question.hint && isHinted && !isSettled ? hintOf(question.hint, t) : [])
  ];
}

const choiceOf = ({ neutral, right, sentences, feedback }: Choice, isChosen: boolean, t: TFunction) => [
  ...each(sentences),
  ...(isChosen ? [t(`learning.question.${neutral ? 'note' : right ? 'right' : 'again'}`), ...each(feedback)] : [])
];

const hintOf = (hint: Sentence[], t: TFunction) => [`${t('learning.question.hint')}:`, ...each(hint)];

const talkOf = ({ alone }: Extract<AnswerForm, { kind: 'talk' }>, { chosen, t }: Shown) => [
  t('answering.talk.done'),
  ...(chosen === undefined ? [] : [t('answering.talk.good'), t('answering.talk.kept')]),
  t('answering.talk.alone'),
  ...each(alone)
];

const thingsOf = ({ choices }: Question) => choices.slice(0, -2).map(({ sentences }) => sentences);

const shuffledFor = (question: Question, { lesson, step }: Shown) =>
  shuffledOf(thingsOf(question).length, seedOf(`${lesson.id}/${step.id}`));

function orderOf(question: Question, shown: Shown): string[] {
  const things = thingsOf(question);
  const order = shown.chosen === undefined ? shuffledFor(question, shown) : things.map((_, index) => index);
  return [
    shown.t('answering.order.how'),
    ...order.flatMap((thing, place) => [
      ...each(things[thing] ?? []),
      shown.t('answering.order.place', { place: place + 1, total: order.length })
    ])
  ];
}

function matchOf(question: Question, shown: Shown): string[] {
  const { chosen, t } = shown;
  const things = thingsOf(question);
  const partners = question.form?.kind === 'match' ? question.form.partners : [];
  const shuffled = shuffledFor(question, shown);
  const isDone = chosen !== undefined;
  const pairOf = (thing: number) =>
    t('answering.match.with', { letter: letterOf(shuffled.indexOf(thing)), partner: plainText(partners[thing] ?? []) });
  return [
    t('answering.match.how'),
    ...things.flatMap((thing, index) => [...each(thing), ...(isDone ? [pairOf(index)] : [])]),
    isDone ? t('answering.match.all') : t('answering.match.which', { thing: plainText(things[0] ?? []) }),
    ...shuffled.flatMap((partner, place) => [
      letterOf(place),
      ...each(partners[partner] ?? []),
      ...(isDone ? [t('answering.match.taken')] : [])
    ])
  ];
}

const verdictOf = (question: Question, { chosen, isHinted, t }: Shown) => [
  ...(chosen === undefined ? [] : [t('learning.question.right'), ...each(question.choices[chosen]?.feedback ?? [])]),
  ...(question.hint && isHinted && chosen === undefined ? hintOf(question.hint, t) : [])
];
