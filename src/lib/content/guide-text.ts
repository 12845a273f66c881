import { isSystem, systems, type System } from './guide';
import type { Sentence } from './lesson';
import {
  lineOf,
  listEntries,
  noteUnknown,
  parseMarkdown,
  rawText,
  readingOf,
  runsOf,
  sentencesOf,
  type HeadingNode,
  type Lines,
  type Node,
  type Reading
} from './markdown';
import type { Problem } from './problem';

/** A guide as a language's file holds it. Its own line is that of its title. */
export interface GuideText {
  title: string;
  intro: Sentence[];
  ways: WayText[];
  /** Of a translation: the stamp of the German text that it was made from (source-stamp.ts). */
  from?: string;
}

interface WayText {
  system: System;
  steps: Sentence[][];
}

interface GuideTextRead {
  text: GuideText;
  lines: Lines;
  problems: Problem[];
}

/** Parses a language's file of a guide: `# title`, a line of introduction, then `## system` and a numbered list for each. */
export function readGuideText(file: string, source: string): GuideTextRead {
  const lines: Lines = new WeakMap();
  const problems: Problem[] = [];
  const whole = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const stamp = /^---\nfrom: '([0-9a-f]{8})'\n---[ \t]*(?=\n|$)/u.exec(whole);
  const body = stamp ? '\n\n' + whole.slice(stamp[0].length) : whole;
  const reading = readingOf({ file, text: body, lines, problems });
  const text: GuideText = { title: '', intro: [], ways: [], ...(stamp?.[1] && { from: stamp[1] }) };
  let way: WayText | undefined;
  for (const node of parseMarkdown(body).children) {
    if (node.type === 'heading' && node.depth <= 2) way = readHeading(reading, node, text);
    else readBlock(reading, node, { text, way });
  }
  if (!text.title) reading.say(1, 'guide-shape', 'The guide has no title.');
  else if (text.intro.length === 0)
    reading.say(lines.get(text) ?? 1, 'guide-shape', 'There is no line of introduction below the title.');
  for (const way of text.ways)
    if (way.steps.length === 0)
      reading.say(lines.get(way) ?? 1, 'guide-shape', `There are no numbered steps below "## ${way.system}".`);
  return { text, lines, problems };
}

/** The way that begins at a heading: of a system that is none, or was there before, one that is thrown away. */
function readHeading(reading: Reading, node: HeadingNode, text: GuideText): WayText | undefined {
  const heading = rawText(runsOf(reading, node.children)).trim();
  const line = lineOf(node);
  if (node.depth === 2) {
    const way = { system: heading, steps: [] };
    reading.lines.set(way, line);
    if (!isWay(way)) {
      reading.say(line, 'guide-shape', `"## ${heading}" is no system; they are ${systems.join(', ')}.`);
      return { ...way, system: systems[0] };
    }
    if (text.ways.some(({ system }) => system === heading))
      reading.say(line, 'duplicate-id', `"## ${heading}" is there twice.`, 'Join them.');
    else text.ways.push(way);
    return way;
  }
  if (text.title) reading.say(line, 'guide-shape', `"# ${heading}" is a second title.`);
  else text.title = heading;
  reading.lines.set(text, reading.lines.get(text) ?? line);
  return undefined;
}

const isWay = (way: { system: string; steps: Sentence[][] }): way is WayText => isSystem(way.system);

function readBlock(reading: Reading, node: Node, { text, way }: { text: GuideText; way: WayText | undefined }): void {
  if (node.type === 'paragraph' && !way && text.intro.length === 0)
    text.intro = sentencesOf(reading, runsOf(reading, node.children), lineOf(node));
  else if (node.type === 'list' && node.ordered && way && way.steps.length === 0)
    way.steps = listEntries(reading, node).map(({ runs, line }) => sentencesOf(reading, runs, line));
  else if (node.type === 'paragraph' || node.type === 'list')
    reading.say(lineOf(node), 'guide-shape', 'This text is neither the introduction nor a numbered step.');
  else noteUnknown(reading, node);
}
