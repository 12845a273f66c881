import { readMatch, readOrder, readTalk } from './answer-forms';
import type { Block, Sentence } from './lesson';
import {
  lineOf,
  listEntries,
  noteUnknown,
  openBlock,
  parseMarkdown,
  rawText,
  readingOf,
  runsOf,
  sentencesOf,
  type DirectiveNode,
  type HeadingNode,
  type Lines,
  type Node,
  type Reading
} from './markdown';
import { readPictureText, type PictureText } from './picture-text';
import { problemAt, type Problem } from './problem';
import { readQuestion, type QuestionText } from './question-text';
import { frontMatterSchema, type FrontMatter } from './schemas';
import { readYaml } from './yaml-file';

/** One step as a language's file holds it. */
export interface StepText {
  id: string;
  title: string;
  blocks: Block[];
  picture?: PictureText;
  question?: QuestionText;
  hint?: Sentence[];
  alone?: Sentence[];
  again?: Sentence[];
}

/** A language's file of a lesson, parsed but not yet joined with `lesson.yaml`. Its own line is that of its goal. */
export interface LessonText extends FrontMatter {
  steps: StepText[];
}

interface LessonTextRead {
  /** Absent where the file cannot be understood as a whole. */
  text?: LessonText;
  lines: Lines;
  problems: Problem[];
}

/** Parses a language's file of a lesson: front matter, then one `##` heading per step. */
export function readLessonText(file: string, source: string): LessonTextRead {
  const lines: Lines = new WeakMap();
  const problems: Problem[] = [];
  const text = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const front = readFrontMatter(file, text);
  problems.push(...front.problems);
  const open = openBlock(front.rest);
  if (open)
    problems.push(problemAt({ file, line: open.line }, 'block-open', `The block ":::${open.name}" is not closed.`));
  if (!front.value || open) return { lines, problems };
  const reading = readingOf({ file, text: front.rest, lines, problems });
  const whole: LessonText = { ...front.value, steps: readSteps(reading) };
  lines.set(whole, front.goalLine);
  return { text: whole, lines, problems };
}

interface FrontMatterRead {
  value?: FrontMatter;
  /** The text with the front matter's lines left empty, so that lines keep their numbers. */
  rest: string;
  goalLine: number;
  problems: Problem[];
}

function readFrontMatter(file: string, text: string): FrontMatterRead {
  const found = /^---\n(.*?)\n---[ \t]*(?=\n|$)/su.exec(text);
  if (!found) {
    const problem = problemAt({ file, line: 1 }, 'front-matter', 'The file does not begin with front matter.');
    return { rest: text, goalLine: 1, problems: [problem] };
  }
  const rest = found[0].replace(/[^\n]/gu, '') + text.slice(found[0].length);
  const {
    value,
    lineOf: yamlLine,
    problems
  } = readYaml(frontMatterSchema, { file, text: found[1] ?? '', firstLine: 2 });
  return { ...(value && { value }), rest, goalLine: yamlLine(['goal']), problems };
}

function readSteps(reading: Reading): StepText[] {
  const steps: StepText[] = [];
  let step: StepText | undefined;
  for (const node of parseMarkdown(reading.text).children) {
    if (node.type === 'heading' && node.depth === 2) {
      step = readHeading(reading, node);
      steps.push(step);
    } else if (step) readBlock(reading, node, step);
    else
      reading.say(
        lineOf(node),
        'heading-id',
        'This text stands before the first step.',
        'Put it under a "##" heading.'
      );
  }
  return steps;
}

function readHeading(reading: Reading, node: HeadingNode): StepText {
  const whole = rawText(runsOf(reading, node.children)).trim();
  const found = /^(.*?)\s*\{#([a-z0-9-]+)\}$/su.exec(whole);
  if (!found) reading.say(lineOf(node), 'heading-id', `The heading "${whole}" has no step id.`);
  const step: StepText = { id: found?.[2] ?? '', title: found?.[1] ?? whole, blocks: [] };
  reading.lines.set(step, lineOf(node));
  return step;
}

function readBlock(reading: Reading, node: Node, step: StepText): void {
  if (node.type === 'paragraph') {
    addBlock(reading, step, lineOf(node), {
      kind: 'paragraph',
      sentences: sentencesOf(reading, runsOf(reading, node.children), lineOf(node))
    });
  } else if (node.type === 'list') {
    const items = listEntries(reading, node).map(({ runs, line }) => sentencesOf(reading, runs, line));
    addBlock(reading, step, lineOf(node), { kind: 'list', ordered: node.ordered === true, items });
  } else if (node.type === 'containerDirective') {
    readDirective(reading, node, step);
  } else noteUnknown(reading, node);
}

function addBlock(reading: Reading, step: StepText, line: number, block: Block): void {
  reading.lines.set(block, line);
  step.blocks.push(block);
}

const questionReaders = { question: readQuestion, order: readOrder, match: readMatch, talk: readTalk };

function readSentences(reading: Reading, node: DirectiveNode): Sentence[] {
  const sentences = node.children.flatMap((child) =>
    child.type === 'paragraph' ? sentencesOf(reading, runsOf(reading, child.children), lineOf(child)) : []
  );
  reading.lines.set(sentences, lineOf(node));
  return sentences;
}

function readDirective(reading: Reading, node: DirectiveNode, step: StepText): void {
  const line = lineOf(node);
  switch (node.name) {
    case 'picture':
      if (step.picture) reading.say(line, 'markup-unknown', 'The step has a second :::picture.', 'One picture a step.');
      step.picture = readPictureText(reading, node);
      break;
    case 'question':
    case 'order':
    case 'match':
    case 'talk':
      if (step.question)
        reading.say(
          line,
          'question-unexpected',
          `The step has a second question, :::${node.name}.`,
          'One question a step.'
        );
      step.question = questionReaders[node.name](reading, node);
      break;
    case 'hint':
    case 'alone':
    case 'again':
      step[node.name] = readSentences(reading, node);
      break;
    default:
      reading.say(
        line,
        'markup-unknown',
        `":::${node.name}" is not known.`,
        'Blocks are :::picture, :::question, :::order, :::match, :::talk, :::hint, :::alone and :::again.'
      );
  }
}
