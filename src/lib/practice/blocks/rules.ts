import type { Control, HelpAction, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { again, good, info, told } from '../saying.ts';
import { did, takeBack } from '../undo.ts';
import { control, guide } from './guide.ts';
import { lines } from './lines.ts';
import { isStop, play, thingsLeft, type Moment } from './play.ts';
import { blocksIn, closes, inserted, moved, removed, repeated, type Command, type Line } from './program.ts';
import { paramsSchema, type BlocksParams } from './scene.ts';
import {
  blockOf,
  enter,
  firstFailing,
  isLast,
  levelOf,
  mapOf,
  momentOf,
  momentsOf,
  offered,
  reached,
  start,
  wordsOf,
  type BlocksAction,
  type BlocksState
} from './state.ts';

export { paramsSchema };

function reduce(state: BlocksState, action: BlocksAction | HelpAction): BlocksState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'choose':
      return chosen(state, action.line);
    case 'add':
      return added(state, action.command);
    case 'up':
    case 'down':
      return shifted(state, action.type);
    case 'remove':
      return takenOut(state);
    case 'more':
    case 'less':
      return counted(state, action.type === 'more' ? 1 : -1);
    case 'step':
    case 'back':
    case 'run':
    case 'home':
      return plays[action.type](state);
    case 'next':
      return nextLevel(state);
    case 'undo':
      return takeBack(state);
  }
}

function chosen(state: BlocksState, line: number): BlocksState {
  if (line === 0) return say(did(state, { chosen: 0 }), info('practice-blocks.startChosen'));
  const wanted = state.now.program[line - 1];
  if (!wanted) return state;
  return say(
    did(state, { chosen: line }),
    info('practice-blocks.chosenLine', { line, command: wordsOf(state, wanted) })
  );
}

/** A program that changes runs anew from the start. */
const rebuilt = (state: BlocksState, program: readonly Line[], line: number): BlocksState =>
  did(state, { program, chosen: line, map: 0, ran: 0 });

/** The chosen line with what it says; undefined where the start is chosen, which stays as it is. */
function lineOf(
  state: BlocksState
): { line: Line; index: number; values: { line: number; command: string } } | undefined {
  const { program, chosen: number } = state.now;
  const line = program[number - 1];
  return line && { line, index: number - 1, values: { line: number, command: wordsOf(state, line) } };
}

function added(state: BlocksState, command: Command): BlocksState {
  const { program, chosen: index } = state.now;
  const { most } = levelOf(state);
  if (!offered(state).includes(command)) return state;
  if (blocksIn(program) >= most) return miss(state, state.params.help, again('practice-blocks.full', { most }));
  const next = rebuilt(state, inserted(program, index, blockOf(state, command)), index + 1);
  return say(next, info('practice-blocks.added', lineOf(next)?.values));
}

function shifted(state: BlocksState, to: 'up' | 'down'): BlocksState {
  const here = lineOf(state);
  if (!here) return say(state, info('practice-blocks.startStays'));
  const program = moved(state.now.program, here.index, to);
  if (!program) return say(state, info('practice-blocks.edge'));
  const next = rebuilt(state, program, state.now.chosen + (to === 'up' ? -1 : 1));
  return say(next, info('practice-blocks.moved', lineOf(next)?.values));
}

function takenOut(state: BlocksState): BlocksState {
  const here = lineOf(state);
  if (!here) return say(state, info('practice-blocks.startStays'));
  if (closes(here.line)) return say(state, info('practice-blocks.belongs', here.values));
  const next = rebuilt(state, removed(state.now.program, here.index), here.index);
  return say(next, info('practice-blocks.removed', here.values));
}

function counted(state: BlocksState, by: 1 | -1): BlocksState {
  const here = lineOf(state);
  const program = here && repeated(state.now.program, here.index, by);
  if (!program) return here?.line.command === 'repeat' ? say(state, info('practice-blocks.edge')) : state;
  const next = rebuilt(state, program, state.now.chosen);
  return say(next, info('practice-blocks.counted', lineOf(next)?.values));
}

/** The figure and the field as they were before the first command. */
const wentHome = (state: BlocksState): BlocksState =>
  say(did(state, { map: 0, ran: 0 }), info('practice-blocks.atStart'));

/** One command forward. From the end of a run it goes back to the start. */
function stepped(state: BlocksState): BlocksState {
  const { program, ran } = state.now;
  if (program.length === 0) return say(state, info('practice-blocks.empty'));
  const all = momentsOf(state).length;
  if (ran >= all) return wentHome(state);
  const next = did(state, { ran: ran + 1 });
  return ran + 1 === all ? concluded(next) : withNews(next);
}

function steppedBack(state: BlocksState): BlocksState {
  const { ran } = state.now;
  if (ran === 0) return say(state, info('practice-blocks.beforeFirst'));
  const next = did(state, { ran: ran - 1 });
  return ran === 1 ? say(next, info('practice-blocks.atStart')) : withNews(next);
}

/** The whole program, on one map after the other, to the first one on which it does not do. */
function ranThrough(state: BlocksState): BlocksState {
  const { program } = state.now;
  if (program.length === 0) return say(state, info('practice-blocks.empty'));
  const { maps } = levelOf(state);
  const map = firstFailing(state, program) ?? maps.length - 1;
  return concluded(did(state, { map, ran: play(maps[map] ?? [], program).length }));
}

const plays = { step: stepped, back: steppedBack, run: ranThrough, home: wentHome };

/** What the command did that was carried out last. */
function withNews(state: BlocksState): BlocksState {
  const moment = momentOf(state);
  return moment ? say(state, happened(state, moment)) : state;
}

function happened(state: BlocksState, { number, what, figure, time }: Moment): Saying {
  const line = state.now.program[number - 1];
  const { texts } = state.params;
  const values = { line: number, command: line ? wordsOf(state, line) : '' };
  switch (what) {
    case 'moved':
      return info(`practice-blocks.ran.${figure.facing}`, { ...values, row: figure.row, column: figure.column });
    case 'taken':
      return info('practice-blocks.ran.taken', { ...values, left: thingsLeft(mapOf(state), figure) });
    case 'time':
      return info('practice-blocks.ran.time', { ...values, time });
    case 'yes':
    case 'no':
      return info(`practice-blocks.ran.${what}`, values);
    case 'wall':
    case 'thing':
      return again('practice-blocks.ran.blocked', { ...values, what: texts[what] });
    case 'edge':
    case 'nothing':
      return again(`practice-blocks.ran.${what}`, values);
  }
}

/** What is said when a run is over: it works, it goes on with the next map, or something is missing. */
function concluded(state: BlocksState): BlocksState {
  const { params, now } = state;
  const { maps } = levelOf(state);
  const words = params.texts.levels[now.level];
  const failing = firstFailing(state, now.program);
  const moment = momentOf(state);
  if (failing === now.map) {
    const isStuck = moment !== undefined && isStop(moment.what);
    const unfinished = told(words?.unfinished, 'again');
    return miss(state, params.help, isStuck ? happened(state, moment) : unfinished);
  }
  if (now.map < maps.length - 1)
    return say(
      { ...state, now: { ...now, map: now.map + 1, ran: 0 } },
      good('practice-blocks.nextMap', { map: now.map + 2, maps: maps.length })
    );
  return forward({ ...state, now: { ...now, works: true } }, params.help, told(words?.works, 'good'));
}

function nextLevel(state: BlocksState): BlocksState {
  if (!state.now.works || isLast(state)) return state;
  return say(did(state, enter(state.params, state.now.level + 1)), info('practice-blocks.nextLevel'));
}

/** The pretend robot: a program is laid from blocks, runs command by command, and is mended until it works. */
export const blocks: Rules<BlocksParams, BlocksState, BlocksAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, reached(state), guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: BlocksParams): Control[] => controlsOf(blocks, params);
