import type { Control, Guide, Saying } from '../contract.ts';
import { info } from '../saying.ts';
import { areSame, closes, inserted, isSame, moved, readProgram, blocksIn, type Command, type Line } from './program.ts';
import {
  blockOf,
  firstFailing,
  isLast,
  levelOf,
  offered,
  wordsOf,
  type BlocksAction,
  type BlocksState
} from './state.ts';

type Move = Guide<BlocksAction>;

/** A change of the program: which line has to be chosen, and what is done then. */
interface Change {
  chosen: number;
  action: BlocksAction;
  saying: Saying;
}

/** The next right move: the program is mended towards the solution of the scene, then it runs. */
export function guide(state: BlocksState): Move | undefined {
  const { works, program, chosen } = state.now;
  if (works)
    return isLast(state) ? undefined : { action: { type: 'next' }, saying: info('practice-blocks.guide.next') };
  if (firstFailing(state, program) === undefined)
    return { action: { type: 'run' }, saying: info('practice-blocks.guide.run') };
  const change = nextChange(state);
  return change.chosen === chosen ? change : choice(state, change.chosen);
}

function choice(state: BlocksState, line: number): Move {
  const wanted = state.now.program[line - 1];
  const saying = wanted
    ? info('practice-blocks.guide.line', { line, command: wordsOf(state, wanted) })
    : info('practice-blocks.guide.start');
  return { action: { type: 'choose', line }, saying };
}

const addition = (state: BlocksState, index: number, command: Command): Change => ({
  chosen: index,
  action: { type: 'add', command },
  saying: info('practice-blocks.guide.add', { command: wordsOf(state, { command, times: 2 }) })
});

function onLine(state: BlocksState, index: number, type: 'up' | 'down' | 'remove' | 'more' | 'less'): Change {
  const line = state.now.program[index];
  const values = { line: index + 1, command: line ? wordsOf(state, line) : '' };
  return { chosen: index + 1, action: { type }, saying: info(`practice-blocks.guide.${type}`, values) };
}

/** One move that makes the program the solution, or else the first place in which they differ is mended. */
function nextChange(state: BlocksState): Change {
  const { program } = state.now;
  const solution = readProgram(levelOf(state).solution);
  return single(state, solution) ?? firstDifference(state, program, solution);
}

/** The one change after which the program is the solution: what a mistake in a program of the scene needs. */
function single(state: BlocksState, solution: readonly Line[]): Change | undefined {
  const { program } = state.now;
  const is = (changed: readonly Line[] | undefined): boolean => changed !== undefined && areSame(changed, solution);
  for (const index of program.keys()) {
    if (is(moved(program, index, 'down'))) return onLine(state, index, 'down');
    if (is(moved(program, index, 'up'))) return onLine(state, index, 'up');
  }
  for (const index of [...program.keys(), program.length])
    for (const command of offered(state))
      if (is(inserted(program, index, blockOf(state, command)))) return addition(state, index, command);
  return undefined;
}

/** The first line that is not as in the solution gives way, or what is missing before it comes. */
function firstDifference(state: BlocksState, program: readonly Line[], solution: readonly Line[]): Change {
  const index = solution.findIndex((line, at) => !isSame(line, program[at]));
  const [wrong, right] = [program[index], solution[index]];
  // The solution stands there, and more below it.
  if (index < 0 || !right) return onLine(state, solution.length, 'remove');
  if (wrong?.command === 'repeat' && right.command === 'repeat')
    return onLine(state, index, wrong.times < right.times ? 'more' : 'less');
  if (wrong && !closes(wrong)) return onLine(state, index, 'remove');
  // There is no room for one more: something below has to go first.
  const isFull = blocksIn(program) >= levelOf(state).most;
  return isFull ? onLine(state, lastBlock(program), 'remove') : addition(state, index, right.command);
}

const lastBlock = (program: readonly Line[]): number =>
  program.reduce((last, line, index) => (closes(line) ? last : index), 0);

/** The control of an action, the same on the screen and in the list. */
export function control(action: BlocksAction): Control {
  switch (action.type) {
    case 'choose':
      return { id: `line-${action.line}` };
    case 'add':
      return { id: `add-${action.command}` };
    default:
      return { id: action.type };
  }
}
