/** The commands of a program. `else` and `end` belong to the line that opens their part. */
export const commands = ['step', 'left', 'right', 'take', 'repeat', 'if', 'else', 'end'] as const;
export type Command = (typeof commands)[number];

/** One line of a program. `times` counts for `repeat` alone. */
export interface Line {
  command: Command;
  times: number;
}

/** A part is repeated so many times, at least and at most. */
const leastTimes = 2;
const mostTimes = 9;

const areTimes = (times: number): boolean => times >= leastTimes && times <= mostTimes;

const opens = ({ command }: Line): boolean => command === 'repeat' || command === 'if';
/** A line that closes a part, or parts it in two: it comes and goes with the one that opens it. */
export const closes = ({ command }: Line): boolean => command === 'else' || command === 'end';

const lineOf = (command: Command): Line => ({ command, times: command === 'repeat' ? leastTimes : 1 });

/** Reads a program of a scene: a name a line, `repeat 4` with its number. What is not known is left out. */
export function readProgram(texts: readonly string[]): Line[] {
  return texts.flatMap((text) => {
    const [name, times] = text.split(' ');
    const command = commands.find((one) => one === name);
    return command ? [times === undefined ? lineOf(command) : { command, times: Number(times) }] : [];
  });
}

export const areSame = (one: readonly Line[], other: readonly Line[]): boolean =>
  one.length === other.length && one.every((line, index) => isSame(line, other[index]));

export const isSame = (one: Line | undefined, other: Line | undefined): boolean =>
  one?.command === other?.command && one?.times === other?.times;

/** How many blocks somebody has laid: what closes a part is no block of its own. */
export const blocksIn = (program: readonly Line[]): number => program.filter((line) => !closes(line)).length;

/** The indices of the lines that are still open before a line. */
function openBefore(program: readonly Line[], index: number): number[] {
  const open: number[] = [];
  program.slice(0, index).forEach((line, at) => {
    if (opens(line)) open.push(at);
    if (line.command === 'end') open.pop();
  });
  return open;
}

/** The index of the line in whose part a line stands; of one that closes, the line that it belongs to. */
export const openerOf = (program: readonly Line[], index: number): number | undefined =>
  openBefore(program, index).at(-1);

/** How deep a line stands: 0 is outside of every part. */
export function depthOf(program: readonly Line[], index: number): number {
  const line = program[index];
  return openBefore(program, index).length - (line && closes(line) ? 1 : 0);
}

/** The index of the last line that belongs to a line: its own, or the end of what it opens. */
function lastOf(program: readonly Line[], index: number): number {
  const line = program[index];
  if (!line || !opens(line)) return index;
  const end = program.findIndex((other, at) => other.command === 'end' && openerOf(program, at) === index);
  return end < 0 ? index : end;
}

/** Whether every part that is opened is closed, and "else" stands in a part of "if" alone, once. */
export function isWhole(program: readonly Line[]): boolean {
  const open: Command[] = [];
  for (const { command } of program) {
    const inner = open.at(-1);
    if (command === 'repeat' || command === 'if') open.push(command);
    else if (command === 'else') {
      if (inner !== 'if') return false;
      open.splice(-1, 1, 'else');
    } else if (command === 'end') {
      if (inner === undefined) return false;
      open.pop();
    }
  }
  return open.length === 0;
}

/** The program with some lines from an index on replaced by others. */
const replaced = (program: readonly Line[], index: number, count: number, lines: readonly Line[] = []): Line[] => [
  ...program.slice(0, index),
  ...lines,
  ...program.slice(index + count)
];

/** The program with a new block at an index: its command, and what closes it. */
export const inserted = (program: readonly Line[], index: number, block: readonly Command[]): Line[] =>
  replaced(program, index, 0, block.map(lineOf));

/** The program without a line and all that belongs to it. */
export const removed = (program: readonly Line[], index: number): Line[] =>
  replaced(program, index, lastOf(program, index) - index + 1);

/**
 * The program with a line, and all that belongs to it, one line further up or down: so it goes into a part and out of it. What
 * closes a part passes plain commands alone. Undefined where it goes no further.
 */
export function moved(program: readonly Line[], index: number, to: 'up' | 'down'): Line[] | undefined {
  const line = program[index];
  const last = lastOf(program, index);
  const passed = program[to === 'up' ? index - 1 : last + 1];
  if (!line || !passed || (closes(line) && (closes(passed) || opens(passed)))) return undefined;
  return to === 'up'
    ? replaced(replaced(program, index - 1, 1), last, 0, [passed])
    : replaced(replaced(program, last + 1, 1), index, 0, [passed]);
}

/** The program with another number of times in a line; undefined where it can have no such number. */
export function repeated(program: readonly Line[], index: number, by: 1 | -1): Line[] | undefined {
  const line = program[index];
  if (line?.command !== 'repeat' || !areTimes(line.times + by)) return undefined;
  return replaced(program, index, 1, [{ ...line, times: line.times + by }]);
}

/** A line with what is done in it. */
export interface Part extends Line {
  /** Its number, from 1. */
  number: number;
  body: Part[];
  otherwise: Part[];
}

/** A whole program as parts within parts. */
export function partsOf(program: readonly Line[]): Part[] {
  const top: Part[] = [];
  const open: { part: Part; into: Part[] }[] = [];
  program.forEach((line, index) => {
    const inner = open.at(-1);
    if (line.command === 'end') open.pop();
    else if (line.command === 'else') {
      if (inner) inner.into = inner.part.otherwise;
    } else {
      const part: Part = { ...line, number: index + 1, body: [], otherwise: [] };
      (inner?.into ?? top).push(part);
      if (opens(line)) open.push({ part, into: part.body });
    }
  });
  return top;
}
