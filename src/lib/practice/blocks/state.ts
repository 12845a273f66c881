import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import { atStart, isSolved, isStop, play, type Field, type Figure, type Moment } from './play.ts';
import { openerOf, readProgram, type Command, type Line } from './program.ts';
import type { BlocksParams, Level } from './scene.ts';

export type BlocksAction =
  /** Chooses a line; 0 is the start, above the first one. */
  | { type: 'choose'; line: number }
  /** Lays a block below the chosen line. */
  | { type: 'add'; command: Command }
  /** What is done with the chosen line. */
  | { type: 'up' | 'down' | 'remove' | 'more' | 'less' }
  /** The program runs: one command forward, one back, to its end, or not yet. */
  | { type: 'step' | 'back' | 'run' | 'home' }
  | { type: 'next' }
  | { type: 'undo' };

interface Now {
  /** Levels are counted from 0. */
  level: number;
  program: readonly Line[];
  chosen: number;
  /** The map on which the program runs, counted from 0, and how many of its commands are carried out there. */
  map: number;
  ran: number;
  /** The program has done what this level asks for, and what was built since does no harm. */
  works: boolean;
}

export interface BlocksState extends Undoable<Now> {
  params: BlocksParams;
}

/** A level with the program that stands there at its start. */
export function enter({ levels }: BlocksParams, level: number): Now {
  const program = readProgram(levels[level]?.program ?? []);
  return { level, program, chosen: program.length, map: 0, ran: 0, works: false };
}

export const start = (params: BlocksParams): BlocksState => ({
  ...untold(params.help),
  params,
  ...undoable(enter(params, 0))
});

const noLevel: Level = { maps: [], commands: [], most: 0, program: [], solution: [] };

export const levelOf = ({ params, now }: BlocksState): Level => params.levels[now.level] ?? noLevel;

export const mapOf = (state: BlocksState): Field => levelOf(state).maps[state.now.map] ?? [];

export const isLast = ({ params, now }: BlocksState): boolean => now.level === params.levels.length - 1;

/** How many goals are reached, one after the other. */
export const reached = ({ now }: BlocksState): number => now.level + (now.works ? 1 : 0);

/** What the program does on the map, to its end. */
export const momentsOf = (state: BlocksState): Moment[] => play(mapOf(state), state.now.program);

/** The command that was carried out last; undefined before the first one. */
export const momentOf = (state: BlocksState): Moment | undefined => momentsOf(state)[state.now.ran - 1];

export const figureOf = (state: BlocksState): Figure => momentOf(state)?.figure ?? atStart(mapOf(state));

/** The first map on which a program does not do; undefined where it does on all. */
export function firstFailing(state: BlocksState, program: readonly Line[]): number | undefined {
  const at = levelOf(state).maps.findIndex((map) => !isSolved(map, program));
  return at < 0 ? undefined : at;
}

/** How a command reads. */
export const wordsOf = ({ params }: BlocksState, { command, times }: Line): string =>
  (params.texts.commands[command] ?? command).replace('{times}', String(times));

/** How a line of the program stands: its number, its words, the number of the line it belongs to, and whether it runs. */
export interface ShownCommand {
  number: number;
  line: Line;
  words: string;
  opener: number | undefined;
  running: 'now' | 'stuck' | undefined;
}

export function shownProgram(state: BlocksState): ShownCommand[] {
  const { program } = state.now;
  const moment = momentOf(state);
  return program.map((line, index) => {
    const opener = openerOf(program, index);
    const isHere = moment?.number === index + 1;
    return {
      number: index + 1,
      line,
      words: wordsOf(state, line),
      opener: opener === undefined ? undefined : opener + 1,
      running: isHere ? (isStop(moment.what) ? 'stuck' : 'now') : undefined
    };
  });
}

/** What is laid with a command: a part is closed at once, and in some levels "if" has its "else". */
export function blockOf(state: BlocksState, command: Command): Command[] {
  const hasElse = levelOf(state).commands.includes('else');
  if (command === 'repeat') return ['repeat', 'end'];
  return command === 'if' ? ['if', ...(hasElse ? (['else'] as const) : []), 'end'] : [command];
}

/** The commands that can be laid in this level. */
export const offered = (state: BlocksState): Command[] =>
  levelOf(state).commands.filter((command) => command !== 'else' && command !== 'end');
