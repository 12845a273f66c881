import type { AnswerForm, Choice, Moment, Sentence } from './lesson';
import {
  lineOf,
  nestingEntries,
  newlinesIn,
  noteUnknown,
  rawText,
  runsOf,
  sentencesOf,
  type DirectiveNode,
  type ListEntry,
  type NestingEntry,
  type Reading
} from './markdown';
import { sliceRuns } from './sentences';

/** A question as a language's file holds it; its hint is a block of its own. */
export interface QuestionText {
  prompt: Sentence[];
  choices: Choice[];
  form?: AnswerForm;
}

/**
 * Parses a `:::question` block: paragraphs, then a list of `[x] answer | feedback`; `[ ]` is not right, `[?]` neither. Below
 * an answer may stand, indented, the moment to which it leads: paragraphs and a list of the same form.
 */
export function readQuestion(reading: Reading, node: DirectiveNode): QuestionText {
  const question: QuestionText = { prompt: [], choices: [] };
  reading.lines.set(question, lineOf(node));
  for (const child of node.children) {
    if (child.type === 'paragraph') {
      question.prompt.push(...sentencesOf(reading, runsOf(reading, child.children), lineOf(child)));
    } else if (child.type === 'list') {
      question.choices.push(...nestingEntries(reading, child).map((entry) => readTurn(reading, entry)));
    } else noteUnknown(reading, child);
  }
  if (question.prompt.length === 0)
    reading.say(lineOf(node), 'question-shape', 'The block holds no question above its answers.');
  return question;
}

/** A choice, and where it leads. */
function readTurn(reading: Reading, entry: NestingEntry): Choice {
  const choice = readChoice(reading, entry);
  return entry.below.length === 0 ? choice : Object.assign(choice, { next: readMoment(reading, entry.below) });
}

function readMoment(reading: Reading, nodes: NestingEntry['below']): Moment {
  const moment: Moment = { prompt: [], choices: [] };
  const line = lineOf(nodes[0] ?? {});
  reading.lines.set(moment, line);
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      if (moment.choices.length > 0)
        reading.say(lineOf(node), 'branch-shape', 'This text stands below the answers of the moment.');
      moment.prompt.push(...sentencesOf(reading, runsOf(reading, node.children), lineOf(node)));
    } else if (node.type === 'list') {
      for (const entry of nestingEntries(reading, node)) {
        moment.choices.push(readChoice(reading, entry));
        const [deeper] = entry.below;
        if (deeper) reading.say(lineOf(deeper), 'branch-deep', 'A story that leads on here leads on a second time.');
      }
    } else noteUnknown(reading, node);
  }
  if (moment.prompt.length === 0)
    reading.say(line, 'branch-shape', 'Nothing is asked above the answers of the moment.');
  return moment;
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
