import { parse } from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { paper } from './paper';
import { isSolved, mostMoments, play } from './play';
import { depthOf, isWhole, moved, readProgram, removed } from './program';
import { blocks, paramsSchema } from './rules';
import { start, type BlocksAction, type BlocksState } from './state';

const first = {
  maps: [['..x', '.#.', '>..']],
  commands: ['step', 'left', 'right'],
  most: 6,
  solution: ['step', 'step', 'left', 'step', 'step']
};
const second = {
  maps: [['>o.x'], ['>.ox']],
  commands: ['step', 'take', 'repeat', 'if', 'else'],
  most: 4,
  program: ['repeat 3', 'step', 'end'],
  solution: ['repeat 4', 'if', 'take', 'else', 'step', 'end', 'end']
};

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    figure: { picture: 'robot' },
    wall: { picture: 'evergreen-tree' },
    thing: { picture: 'red-apple' },
    goal: { picture: 'house-with-garden' },
    levels: [first, second],
    ...facts,
    texts: {
      task: 'Build.',
      done: 'You build.',
      asks: ['Go.', 'Catch.'],
      worksheet: ['I build.'],
      title: 'Garden',
      figure: 'The robot',
      wall: 'a tree',
      thing: 'an apple',
      goal: 'the house',
      commands: {
        step: 'ahead',
        left: 'left',
        right: 'right',
        take: 'take',
        repeat: '{times} times',
        if: 'if apple',
        else: 'or else',
        end: 'end'
      },
      levels: [
        { works: 'There.', unfinished: 'Not there yet.' },
        { works: 'Caught.', unfinished: 'Not caught yet.' }
      ],
      ...texts
    }
  });

const params = scene();
const add = (...names: ('step' | 'left' | 'right' | 'take' | 'repeat' | 'if')[]): BlocksAction[] =>
  names.map((command) => ({ type: 'add', command }));
const does = (type: 'up' | 'down' | 'remove' | 'more' | 'less' | 'step' | 'back' | 'run' | 'home' | 'next' | 'undo') =>
  ({ type }) satisfies BlocksAction;
const choose = (line: number): BlocksAction => ({ type: 'choose', line });
const after = (...actions: BlocksAction[]): BlocksState => actions.reduce(blocks.reduce, start(params));
const named = ({ now }: BlocksState): string[] => now.program.map(({ command }) => command);
const right = [...add('step', 'step', 'left', 'step', 'step'), does('run')];

describe('a program', () => {
  it('is laid line below line, and a new block goes below the chosen one', () => {
    expect(named(after(...add('step', 'left')))).toEqual(['step', 'left']);
    expect(named(after(...add('step', 'left'), choose(1), ...add('right')))).toEqual(['step', 'right', 'left']);
    expect(named(after(...add('step'), choose(0), ...add('right')))).toEqual(['right', 'step']);
  });

  it('takes no more blocks than its level allows, and says so', () => {
    const state = after(...add('step', 'step', 'step', 'step', 'step', 'step', 'step'));
    expect(state.now.program).toHaveLength(6);
    expect(state.saying).toMatchObject({ key: 'practice-blocks.full', values: { most: 6 }, tone: 'again' });
  });

  it('takes no command that its level does not have', () => {
    expect(after(...add('repeat'))).toEqual(start(params));
  });

  it.each([
    ['into a part from below', ['repeat 2', 'end', 'step'], 2, 'up', ['repeat', 'step', 'end']],
    ['out of a part at its end', ['repeat 2', 'step', 'end'], 1, 'down', ['repeat', 'end', 'step']],
    ['out of a part at its start', ['repeat 2', 'step', 'end'], 1, 'up', ['step', 'repeat', 'end']],
    ['from "else" to "if"', ['if', 'else', 'step', 'end'], 2, 'up', ['if', 'step', 'else', 'end']],
    ['with all that belongs to it', ['repeat 2', 'step', 'end', 'left'], 0, 'down', ['left', 'repeat', 'step', 'end']],
    ['an end past a command', ['repeat 2', 'end', 'step'], 1, 'down', ['repeat', 'step', 'end']]
  ] as const)('is moved %s', (_name, program, index, to, wanted) => {
    expect(moved(readProgram(program), index, to)?.map(({ command }) => command)).toEqual(wanted);
  });

  it('stays whole: an end goes neither past its own start nor past another part', () => {
    expect(moved(readProgram(['repeat 2', 'end']), 1, 'up')).toBeUndefined();
    expect(moved(readProgram(['if', 'else', 'end']), 1, 'down')).toBeUndefined();
    expect(moved(readProgram(['step']), 0, 'up')).toBeUndefined();
    expect(isWhole(readProgram(['repeat 2', 'else', 'end']))).toBe(false);
    expect(isWhole(readProgram(['if', 'else', 'else', 'end']))).toBe(false);
    expect(isWhole(readProgram(['end']))).toBe(false);
  });

  it('loses a part with everything in it, and an end not alone', () => {
    const program = readProgram(['step', 'repeat 2', 'if', 'take', 'end', 'end', 'left']);
    expect(removed(program, 1).map(({ command }) => command)).toEqual(['step', 'left']);
    expect(program.map((_, index) => depthOf(program, index))).toEqual([0, 0, 1, 2, 1, 0, 0]);
  });
});

describe('a run', () => {
  const whatHappens = (map: string[], ...program: string[]): string[] =>
    play(map, readProgram(program)).map(({ what }) => what);

  it.each([
    ['at a wall', ['>#x'], ['step', 'step'], ['wall']],
    ['at the edge', ['x<'], ['step', 'step', 'step'], ['moved', 'edge']],
    ['at a thing in its way', ['>ox'], ['step'], ['thing']],
    ['where nothing lies', ['>.x'], ['take', 'step'], ['nothing']]
  ])('stops %s', (_name, map, program, wanted) => {
    expect(whatHappens(map, ...program)).toEqual(wanted);
  });

  it('turns by the quarter, all the way round', () => {
    const turns = play(['>.x'], readProgram(['left', 'left', 'left', 'left', 'right']));
    expect(turns.map(({ figure }) => figure.facing)).toEqual(['up', 'left', 'down', 'right', 'down']);
  });

  it('repeats, looks ahead, and does one of two things', () => {
    const run = whatHappens(['>ox'], 'repeat 3', 'if', 'take', 'else', 'step', 'end', 'end');
    expect(run).toEqual(['time', 'yes', 'taken', 'time', 'no', 'moved', 'time', 'no', 'moved']);
  });

  it('ends, however much is repeated', () => {
    const nested = ['repeat 9', 'repeat 9', 'repeat 9', 'left', 'end', 'end', 'end'];
    expect(play(['>x'], readProgram(nested))).toHaveLength(mostMoments);
  });

  it('is right at the goal alone, with everything picked up', () => {
    expect(isSolved(['>ox'], readProgram(['take', 'step', 'step']))).toBe(true);
    expect(isSolved(['>ox'], readProgram(['take', 'step']))).toBe(false);
    expect(isSolved(['>.x', 'o..'], readProgram(['step', 'step']))).toBe(false);
    expect(isSolved(['>x.'], readProgram(['step', 'step']))).toBe(false);
    expect(isSolved(['>o'], readProgram(['take']))).toBe(true);
    expect(isSolved(['>x'], [])).toBe(false);
  });
});

describe('somebody', () => {
  it('goes through a program command by command, back too, and hears where the robot is', () => {
    const one = after(...add('step', 'left'), does('step'));
    expect(one.saying).toMatchObject({
      key: 'practice-blocks.ran.right',
      values: { line: 1, command: 'ahead', row: 3, column: 2 }
    });
    expect(blocks.reduce(one, does('back'))).toMatchObject({
      now: { ran: 0 },
      saying: { key: 'practice-blocks.atStart' }
    });
    expect(after(...add('step'), does('back')).saying?.key).toBe('practice-blocks.beforeFirst');
  });

  it('hears what is missing at the end, in the words of the scene, and what stands in the way', () => {
    expect(after(...add('step'), does('run')).saying).toMatchObject({
      values: { words: 'Not there yet.' },
      tone: 'again'
    });
    expect(after(...add('step', 'left', 'step'), does('run')).saying).toMatchObject({
      key: 'practice-blocks.ran.blocked',
      values: { line: 3, what: 'a tree' }
    });
    expect(after(does('run')).saying?.key).toBe('practice-blocks.empty');
    expect(after(does('step')).saying?.key).toBe('practice-blocks.empty');
  });

  it('changes a program, and it stands at the start again', () => {
    const state = after(...add('step', 'step'), does('step'), does('up'));
    expect(state.now.ran).toBe(0);
  });

  it('goes on with the next level when the program works, with any program that does', () => {
    expect(blocks.judge(after(...right)).reached).toBe(1);
    const around = add('left', 'step', 'step', 'right', 'step', 'step');
    expect(blocks.judge(after(...around, does('run')))).toMatchObject({ reached: 1, done: false });
    expect(named(after(...right, does('next')))).toEqual(['repeat', 'step', 'end']);
    expect(after(does('next'))).toEqual(start(params));
  });

  it('is shown the first map on which a program fails, and by steps one map after the other', () => {
    const built = [...right, does('next'), choose(2), does('remove'), ...add('if', 'take'), choose(4), ...add('step')];
    expect(after(...built, does('run'))).toMatchObject({ now: { map: 0, works: false } });
    const working = [...built, choose(1), does('more')];
    expect(named(after(...working))).toEqual(second.solution.map((text) => text.split(' ')[0]));
    expect(blocks.judge(after(...working, does('run'))).done).toBe(true);
    const steps = play(second.maps[0] ?? [], readProgram(second.solution)).map(() => does('step'));
    expect(after(...working, ...steps)).toMatchObject({
      now: { map: 1, ran: 0 },
      saying: { key: 'practice-blocks.nextMap', values: { map: 2, maps: 2 } }
    });
  });

  it('is helped to mend a mistake by one move, where one is enough', () => {
    const mistaken = after(...add('step', 'step', 'step', 'left', 'step'));
    const help = blocks.guide(mistaken);
    expect(help?.action).toEqual(choose(3));
    expect(blocks.guide(blocks.reduce(mistaken, choose(3)))?.action).toEqual(does('down'));
  });

  it('is asked to take out the last block first, where a program is full and something is missing above', () => {
    const empty: BlocksAction[] = [...right, does('next'), choose(2), does('remove'), does('more')];
    const full = after(...empty, choose(2), ...add('step', 'step', 'step'));
    expect(named(full)).toEqual(['repeat', 'end', 'step', 'step', 'step']);
    expect(blocks.guide(full)?.action).toEqual(does('remove'));
    expect(full.now.chosen).toBe(5);
  });
});

test('on paper the map is drawn, and a program with a mistake has boxes to tick', () => {
  const [drawn, mistaken] = paper(params);
  expect(drawn?.shown.slice(0, 3)).toEqual(['| _ | _ | X |', '| _ | # | _ |', '| > | _ | _ |']);
  expect(drawn?.boxes).toHaveLength(first.solution.length);
  expect(mistaken?.boxes).toEqual(['1. 3 times', '2. – ahead', '3. end']);
  expect(mistaken?.shown[0]).toBe('1.');
});

test.each([
  ['a solution that does not work', { levels: [{ ...first, solution: ['step'] }, second] }, {}],
  ['a solution with too many blocks', { levels: [{ ...first, most: 4 }, second] }, {}],
  ['a solution with a command that is not there', { levels: [{ ...first, commands: ['step'] }, second] }, {}],
  ['a start that works already', { levels: [{ ...first, program: first.solution }, second] }, {}],
  ['"if" without its "else"', { levels: [first, { ...second, program: ['if', 'end'] }] }, {}],
  ['a part that stays open', { levels: [{ ...first, program: ['repeat 2'] }, second] }, {}],
  ['a map without a start', { levels: [{ ...first, maps: [['..x']] }, second] }, {}],
  ['a map with nothing to reach', { levels: [{ ...first, maps: [['>..']] }, second] }, {}],
  ['rows of different lengths', { levels: [{ ...first, maps: [['..x', '>']] }, second] }, {}],
  ['a sentence too few', {}, { asks: ['Go.'] }],
  ['an answer too few', {}, { levels: [{ works: 'There.', unfinished: 'Not yet.' }] }],
  ['a command without a word', {}, { commands: { step: 'ahead' } }]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
