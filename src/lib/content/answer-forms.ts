import type { AnswerForm, Choice, Sentence } from './lesson';
import {
  lineOf,
  listEntries,
  newlinesIn,
  noteUnknown,
  rawText,
  runsOf,
  sentencesOf,
  type DirectiveNode,
  type ListEntry,
  type Reading
} from './markdown';
import type { Problem } from './problem';
import type { QuestionText } from './question-text';
import { sliceRuns } from './sentences';

interface Shape {
  node: DirectiveNode;
  /** The mistake that is noted where the block is built otherwise. */
  code: Problem['code'];
}

/**
 * Parses an `:::order` block: paragraphs, a numbered list of `1. thing | why it comes there` in the right order, and
 * paragraphs for whoever has it right. The choices are as `AnswerForm` says.
 */
export function readOrder(reading: Reading, node: DirectiveNode): QuestionText {
  const { prompt, entries, praise } = partsOf(reading, { node, code: 'order-shape' }, true);
  const things = entries.map((entry) => readThing(reading, entry, [entry.start, entry.end]));
  return asked(reading, { node, code: 'order-shape' }, { prompt, things, praise, form: { kind: 'order' } });
}

/** Parses a `:::match` block: as an order, with a list of `- one = other | why they belong together`. */
export function readMatch(reading: Reading, node: DirectiveNode): QuestionText {
  const shape: Shape = { node, code: 'match-shape' };
  const { prompt, entries, praise } = partsOf(reading, shape, false);
  const partners: Sentence[][] = [];
  const things = entries.map((entry) => {
    const sign = / = /u.exec(entry.text.slice(0, entry.end));
    if (!sign) {
      reading.say(entry.line, shape.code, 'The line has no " = " between the two that belong together.');
      return readThing(reading, entry, [entry.start, entry.end]);
    }
    const [left, right] = [sign.index, sign.index + sign[0].length];
    partners.push(sentencesOf(reading, sliceRuns(entry.runs, right, entry.end), entry.line));
    return readThing(reading, entry, [entry.start, left]);
  });
  noteTwins(reading, shape, partners, entries);
  return asked(reading, shape, { prompt, things, praise, form: { kind: 'match', partners } });
}

/** Parses a `:::talk` block: what to speak about. What somebody does alone stands in an `:::alone` block. */
export function readTalk(reading: Reading, node: DirectiveNode): QuestionText {
  const question: QuestionText = { prompt: [], choices: [], form: { kind: 'talk', alone: [] } };
  reading.lines.set(question, lineOf(node));
  for (const child of node.children) {
    if (child.type === 'paragraph') question.prompt.push(...paragraph(reading, child));
    else noteUnknown(reading, child);
  }
  if (question.prompt.length === 0) reading.say(lineOf(node), 'question-shape', 'The block holds no question.');
  return question;
}

interface Entry extends ListEntry {
  text: string;
  /** The thing stands between these two; after `end` comes "|" and the feedback. */
  start: number;
  end: number;
}

function partsOf(reading: Reading, { node, code }: Shape, ordered: boolean) {
  const prompt: Sentence[] = [];
  const praise: Sentence[] = [];
  let entries: Entry[] | undefined;
  for (const child of node.children) {
    if (child.type === 'paragraph') (entries ? praise : prompt).push(...paragraph(reading, child));
    else if (child.type === 'list' && (child.ordered === true) === ordered && !entries) {
      entries = listEntries(reading, child).map((entry) => {
        const text = rawText(entry.runs);
        const bar = text.indexOf('|');
        return { ...entry, text, start: 0, end: bar < 0 ? text.length : bar };
      });
    } else if (child.type === 'list') {
      reading.say(
        lineOf(child),
        code,
        ordered ? 'The block needs one numbered list.' : 'The block needs one list with "-".'
      );
      entries ??= [];
    } else noteUnknown(reading, child);
  }
  if (prompt.length === 0) reading.say(lineOf(node), code, 'The block holds no question above its list.');
  if (praise.length === 0)
    reading.say(lineOf(node), code, 'Nothing is said below the list to somebody who has it right.');
  return { prompt, praise, entries: entries ?? [] };
}

const paragraph = (reading: Reading, node: Extract<DirectiveNode['children'][number], { type: 'paragraph' }>) =>
  sentencesOf(reading, runsOf(reading, node.children), lineOf(node));

function readThing(reading: Reading, { runs, text, line, end }: Entry, [from, to]: [number, number]): Choice {
  const choice: Choice = {
    right: false,
    sentences: sentencesOf(reading, sliceRuns(runs, from, to), line),
    feedback:
      end === text.length
        ? []
        : sentencesOf(reading, sliceRuns(runs, end + 1, text.length), line + newlinesIn(text.slice(0, end)))
  };
  reading.lines.set(choice, line);
  return choice;
}

interface Read {
  prompt: Sentence[];
  things: Choice[];
  praise: Sentence[];
  form: AnswerForm;
}

function asked(reading: Reading, shape: Shape, { prompt, things, praise, form }: Read): QuestionText {
  const right: Choice = { right: true, sentences: [], feedback: praise };
  const unknown: Choice = { right: false, neutral: true, sentences: [], feedback: [] };
  const question: QuestionText = { prompt, choices: [...things, right, unknown], form };
  reading.lines.set(question, lineOf(shape.node));
  reading.lines.set(right, lineOf(shape.node));
  noteTwins(
    reading,
    shape,
    things.map(({ sentences }) => sentences),
    things.map((thing) => ({ line: reading.lines.get(thing) ?? 1 }))
  );
  return question;
}

/** Things that read the same cannot be told apart; one without words cannot be read. */
function noteTwins(
  { say }: Reading,
  { code }: Shape,
  things: readonly Sentence[][],
  places: readonly { line: number }[]
): void {
  const seen = new Set<string>();
  for (const [index, sentences] of things.entries()) {
    const words = sentences.map(rawText).join(' ');
    const line = places[index]?.line ?? 1;
    if (words === '') say(line, code, 'The line has no text.');
    else if (seen.has(words)) say(line, code, `"${words}" is there twice.`);
    seen.add(words);
  }
}
