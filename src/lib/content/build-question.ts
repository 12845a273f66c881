import type { AnswerForm, Choice, Moment, Question, StepKind } from './lesson';
import type { StepText } from './lesson-text';
import type { Reading } from './markdown';
import type { QuestionText } from './question-text';
import type { StepFacts } from './schemas';

/** The block in which a step of each kind asks; the others ask nothing. */
const blocks: Partial<Record<StepKind, 'question' | AnswerForm['kind']>> = {
  question: 'question',
  decide: 'question',
  order: 'order',
  match: 'match',
  talk: 'talk'
};

/** A moment to which a choice leads says in so many sentences what happens and what is asked. */
const mostBefore = 4;

/** Joins what `lesson.yaml` and a language's file say of a step's question. Mistakes go to the reading. */
export function buildQuestion(facts: StepFacts, text: StepText, reading: Reading): Question | undefined {
  const { lines, say } = reading;
  const line = lines.get(text) ?? 1;
  const wanted = blocks[facts.kind];
  if (text.alone && wanted !== 'talk')
    say(lines.get(text.alone) ?? line, 'question-unexpected', 'There is an :::alone, but no :::talk.');
  if (!text.question) {
    if (wanted) say(line, 'question-missing', `The step "${facts.id}" of kind "${facts.kind}" holds no :::${wanted}.`);
    if (text.hint) say(lines.get(text.hint) ?? line, 'question-unexpected', 'There is a hint, but no question.');
    return undefined;
  }
  if ((text.question.form?.kind ?? 'question') !== wanted)
    say(lines.get(text.question) ?? line, 'question-unexpected', `The step "${facts.id}" is of kind "${facts.kind}".`);
  checkChoices(text.question, facts.kind, reading);
  if (wanted === 'talk') checkTalk(text, reading);
  const form = formOf(text, facts, reading);
  return { ...text.question, ...(form && { form }), ...(text.hint && { hint: text.hint }) };
}

function formOf({ question, alone }: StepText, { signs }: StepFacts, { lines, say }: Reading): AnswerForm | undefined {
  const form = question?.form;
  if (form?.kind === 'talk') return { ...form, alone: alone ?? [] };
  if (form?.kind !== 'match' || !signs) return form;
  if (signs.length !== form.partners.length) {
    const message = `lesson.yaml has ${signs.length} signs for ${form.partners.length} pairs.`;
    say((question && lines.get(question)) ?? 1, 'match-shape', message);
  }
  return { ...form, signs };
}

function checkTalk({ question, alone, hint }: StepText, { lines, say }: Reading): void {
  const line = (question && lines.get(question)) ?? 1;
  if (!alone || alone.length === 0) say(line, 'talk-alone', 'Nothing is said to somebody who learns alone.');
  if (hint) say(lines.get(hint) ?? line, 'question-unexpected', 'There is a hint, but nothing to be answered.');
}

type Notes = Pick<Reading, 'lines' | 'say'>;

function checkMoment(moment: Moment, kind: StepKind, { lines, say }: Notes): void {
  const line = lines.get(moment) ?? 1;
  const { prompt, choices } = moment;
  if (kind !== 'decide') say(line, 'branch-unexpected', `An answer leads on, but the step is of kind "${kind}".`);
  if (prompt.length > mostBefore) say(line, 'branch-long', `The moment has ${prompt.length} sentences.`);
  if (choices.length < 2 || choices.length > 4)
    say(line, 'branch-choices', `The moment has ${choices.length} answers.`);
  checkFeedback(choices, { lines, say });
}

function checkFeedback(choices: readonly Choice[], { lines, say }: Notes): void {
  for (const choice of choices) {
    if (choice.feedback.length === 0) say(lines.get(choice) ?? 1, 'question-feedback', 'The answer has no feedback.');
  }
}

function checkChoices(question: QuestionText, kind: StepKind, { lines, say }: Reading): void {
  const { choices, form } = question;
  const line = lines.get(question) ?? 1;
  if (form?.kind === 'talk') return;
  // Of what is ordered or matched, the last two choices are no things: all is right, and "I don't know".
  const things = form ? choices.slice(0, -2) : choices;
  if (things.length < 3 || things.length > 5) {
    if (form) say(line, 'order-count', `There are ${things.length} things.`);
    else say(line, 'question-choices', `The question has ${things.length} answers.`);
  }
  checkFeedback(things, { lines, say });
  for (const { next } of things) if (next) checkMoment(next, kind, { lines, say });
  if (kind === 'question' && !choices.some(({ right }) => right))
    say(line, 'question-no-right', 'No answer is marked as right.');
}
