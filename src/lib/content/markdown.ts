import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Inline, Sentence } from './lesson';
import { problemAt, type Problem } from './problem';
import { splitSentences } from './sentences';

/** Where the parts of a parsed text stand in their file. Kept beside the tree, so that the tree is the served one. */
export type Lines = WeakMap<object, number>;

/** What a file's parser carries along: the text, the lines found, the mistakes found. */
export interface Reading {
  file: string;
  text: string;
  lines: Lines;
  problems: Problem[];
  /** Notes a mistake at a line. */
  say: (line: number, code: Problem['code'], message: string, remedy?: string) => void;
}

/** The Markdown tree of a text. Lines of front matter must already be blank, so that line numbers hold. */
export const parseMarkdown = (text: string) => unified().use(remarkParse).use(remarkDirective).parse(text);

/** A node right below the root of the Markdown tree, and those of them with a name of their own here. */
export type Node = ReturnType<typeof parseMarkdown>['children'][number];
export type HeadingNode = Extract<Node, { type: 'heading' }>;
export type DirectiveNode = Extract<Node, { type: 'containerDirective' }>;
type ListNode = Extract<Node, { type: 'list' }>;
type TextNode = HeadingNode['children'][number];

/** The line of a node, from 1. */
export const lineOf = (node: { position?: { start: { line: number } } | undefined }): number =>
  node.position?.start.line ?? 1;

/** Begins to read a file's text. */
export function readingOf({ file, text, lines, problems }: Omit<Reading, 'say'>): Reading {
  const say: Reading['say'] = (line, code, message, remedy) =>
    void problems.push(problemAt({ file, line }, code, message, remedy));
  return { file, text, lines, problems, say };
}

/** A heading or a paragraph's content as runs of text; anything but plain and strong text is noted as a mistake. */
export function runsOf(reading: Reading, nodes: readonly TextNode[]): Inline[] {
  const runs = nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value }];
      case 'break':
        return [{ text: '\n' }];
      case 'strong':
        return [{ text: rawText(runsOf(reading, node.children)), strong: true }];
      case 'textDirective':
        // "Achtung:Text" is no directive of ours: the author meant the colon.
        return [{ text: reading.text.slice(node.position?.start.offset, node.position?.end.offset) }];
      default:
        reading.say(lineOf(node), 'markup-unknown', `${nameOf(node.type)} is not part of the format.`);
        return [];
    }
  });
  return joined(runs);
}

/** Neighbours of the same weight become one run. */
function joined(runs: readonly Inline[]): Inline[] {
  return runs.reduce<Inline[]>((all, run) => {
    const last = all.at(-1);
    if (!last || last.strong !== run.strong) return [...all, run];
    return [...all.slice(0, -1), { ...run, text: last.text + run.text }];
  }, []);
}

/** The plain text of runs. */
export const rawText = (runs: readonly Inline[]): string => runs.map((run) => run.text).join('');

/** The sentences of runs that begin on a line; each sentence's own line is remembered. */
export function sentencesOf(reading: Reading, runs: readonly Inline[], firstLine: number): Sentence[] {
  const text = rawText(runs);
  return splitSentences(runs).map(({ sentence, offset }) => {
    reading.lines.set(sentence, firstLine + newlinesIn(text.slice(0, offset)));
    return sentence;
  });
}

/** How many lines a text goes down. */
export const newlinesIn = (text: string): number => text.split('\n').length - 1;

/** One item of a list: its runs and where it stands. */
export interface ListEntry {
  runs: Inline[];
  line: number;
}

/** An item of a list with what is indented below its line. */
export interface NestingEntry extends ListEntry {
  below: ListNode['children'][number]['children'];
}

/** The items of a list, with what is indented below each of them. */
export function nestingEntries(reading: Reading, list: ListNode): NestingEntry[] {
  return list.children.map((item) => {
    const [first, ...below] = item.children;
    if (first?.type === 'paragraph') return { runs: runsOf(reading, first.children), line: lineOf(first), below };
    if (first) reading.say(lineOf(first), 'markup-unknown', 'An item of a list is one line of text.');
    return { runs: [], line: lineOf(item), below };
  });
}

/** The items of a list; nested lists and anything else inside an item are noted as mistakes. */
export function listEntries(reading: Reading, list: ListNode): ListEntry[] {
  return nestingEntries(reading, list).map(({ below, ...entry }) => {
    for (const other of below) reading.say(lineOf(other), 'markup-unknown', 'An item of a list is one line of text.');
    return entry;
  });
}

/** Notes a node that the format does not know at this place. */
export function noteUnknown(reading: Reading, node: Node | DirectiveNode['children'][number]): void {
  reading.say(lineOf(node), 'markup-unknown', `${nameOf(node.type)} is not part of the format here.`);
}

function nameOf(type: string): string {
  const names: Record<string, string> = {
    emphasis: 'Slanted text (*…*)',
    link: 'A link',
    linkReference: 'A link',
    image: 'An image',
    inlineCode: 'Code (`…`)',
    code: 'Code',
    html: 'HTML',
    blockquote: 'A quotation (>)',
    thematicBreak: 'A rule (---)',
    heading: 'A heading of another level, or inside a block,'
  };
  return names[type] ?? `"${type}"`;
}

/** The first block (`:::name`) that is not closed before the next block, the next heading or the end; its line, from 1. */
export function openBlock(text: string): { line: number; name: string } | undefined {
  let open: { line: number; name: string } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const opening = /^:{3,}\s*([a-z][a-z-]*)/u.exec(line);
    if (open && (opening || /^#{1,6}\s/u.test(line))) return open;
    if (opening) open = { line: index + 1, name: opening[1] ?? '' };
    else if (/^:{3,}\s*$/u.test(line)) open = undefined;
  }
  return open;
}
