import type { AnswerForm, Choice, Sentence } from './lesson';
import {
  lineOf,
  listEntries,
  newlinesIn,
  noteUnknown,
  rawText,
  runsOf,
  sentencesOf,
  type ListEntry,
  type DirectiveNode,
  type Reading
} from './markdown';
import { sliceRuns } from './sentences';

/** A question as a language's file holds it; its hint is a block of its own. */
export interface QuestionText {
  prompt: Sentence[];
  choices: Choice[];
  form?: AnswerForm;
}

/** Parses a `:::question` block: paragraphs, then a list of `[x] answer | feedback`; `[ ]` is not right, `[?]` neither. */
export function readQuestion(reading: Reading, node: DirectiveNode): QuestionText {
  const question: QuestionText = { prompt: [], choices: [] };
  reading.lines.set(question, lineOf(node));
  for (const child of node.children) {
    if (child.type === 'paragraph') {
      question.prompt.push(...sentencesOf(reading, runsOf(reading, child.children), lineOf(child)));
    } else if (child.type === 'list') {
      question.choices.push(...listEntries(reading, child).map((entry) => readChoice(reading, entry)));
    } else noteUnknown(reading, child);
  }
  if (question.prompt.length === 0)
    reading.say(lineOf(node), 'question-shape', 'The block holds no question above its answers.');
  return question;
}

function readChoice(reading: Reading, { runs, line }: ListEntry): Choice {
  const text = rawText(runs);
  const box = /^\[([ xX?]?)\]\s*/u.exec(text);
  if (!box) reading.say(line, 'question-shape', 'The answer does not begin with "[x]", "[ ]" or "[?]".');
  const start = box?.[0].length ?? 0;
  const bar = text.indexOf('|', start);
  const end = bar < 0 ? text.length : bar;
  const choice: Choice = {
    right: box?.[1]?.toLowerCase() === 'x',
    ...(box?.[1] === '?' ? { neutral: true as const } : {}),
    sentences: sentencesOf(reading, sliceRuns(runs, start, end), line),
    feedback:
      bar < 0 ? [] : sentencesOf(reading, sliceRuns(runs, bar + 1, text.length), line + newlinesIn(text.slice(0, bar)))
  };
  reading.lines.set(choice, line);
  if (choice.sentences.length === 0) reading.say(line, 'question-shape', 'The answer has no text.');
  return choice;
}
