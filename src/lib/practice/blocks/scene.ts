import * as v from 'valibot';
import { help, labels, text, texts } from '../words.ts';
import { isSolved, placesOf } from './play.ts';
import { blocksIn, commands, isWhole, readProgram } from './program.ts';

const picture = v.strictObject({ picture: text });

/** Wider or taller than this, a map does not fit into a phone. */
const mostSquares = 6;

const map = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[.#ox^>v<]+$/, 'A map has . # o x and one of ^ > v < for the start.'))),
  v.minLength(1),
  v.maxLength(mostSquares),
  v.check(
    (rows) => rows.every(({ length }) => length === rows[0]?.length && length <= mostSquares),
    'All rows of a map are equally long, six squares at most.'
  ),
  v.check((rows) => placesOf(rows, '^>v<').length === 1, 'The figure stands on one square of the map.'),
  v.check((rows) => placesOf(rows, 'ox').length > 0, 'There is nothing to reach and nothing to pick up.')
);

const program = v.pipe(
  v.array(
    v.pipe(v.string(), v.regex(/^(step|left|right|take|if|else|end|repeat [2-9])$/, 'There is no such command.'))
  ),
  v.check((lines) => isWhole(readProgram(lines)), 'A part is opened and not closed, or the other way round.')
);

const level = v.strictObject({
  /** One map, or some on all of which the same program has to do. */
  maps: v.pipe(v.array(map), v.minLength(1), v.maxLength(3)),
  /** The commands there are. With `else`, each "if" has its other part. */
  commands: v.pipe(v.array(v.picklist(commands)), v.minLength(1)),
  /** The most blocks that a program may have. */
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  /** What stands there already. */
  program: v.optional(program, []),
  solution: program
});

export type Level = v.InferOutput<typeof level>;

/** Whether a program keeps to the commands of its level, "else" included, and to the number of blocks. */
function isAllowed({ commands: known, most }: Level, lines: readonly string[]): boolean {
  const read = readProgram(lines);
  const count = (name: string): number => read.filter(({ command }) => command === name).length;
  return (
    blocksIn(read) <= most &&
    read.every(({ command }) => command === 'end' || known.includes(command)) &&
    count('else') === (known.includes('else') ? count('if') : 0)
  );
}

const solves = ({ maps }: Level, lines: readonly string[]): boolean =>
  maps.every((one) => isSolved(one, readProgram(lines)));

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    figure: picture,
    wall: picture,
    thing: picture,
    goal: picture,
    levels: v.pipe(v.array(level), v.minLength(1), v.maxLength(5)),
    texts: v.strictObject({
      ...texts,
      /** What stands above the map. */
      title: text,
      /** Who moves, as a sentence begins: "Der Roboter". */
      figure: text,
      /** What stands in the way, what lies there, and what is to be reached: "eine Hecke". */
      wall: text,
      thing: text,
      goal: text,
      /** How each command reads; in "repeat", `{times}` stands for the number. */
      commands: labels,
      /** For each level: what is said when the program works, and when it ends too early. */
      levels: v.array(v.strictObject({ works: text, unfinished: text }))
    })
  }),
  v.forward(
    v.check(
      ({ levels }) => levels.every((one) => isAllowed(one, one.solution) && solves(one, one.solution)),
      'A solution does not work on every map of its level, uses a command that is not there, or too many blocks.'
    ),
    ['levels']
  ),
  v.forward(
    v.check(
      ({ levels }) => levels.every((one) => isAllowed(one, one.program) && !solves(one, one.program)),
      'A program to start from works already, uses a command that is not there, or too many blocks.'
    ),
    ['levels']
  ),
  v.forward(
    v.check(({ levels, texts: { asks } }) => asks.length === levels.length, 'Write one sentence for each level.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(({ levels, texts: { levels: said } }) => said.length === levels.length, 'Each level has its two answers.'),
    ['texts', 'levels']
  ),
  v.forward(
    v.check(
      ({ levels, texts: { commands: words } }) =>
        levels.every(
          ({ commands: known, solution }) =>
            known.every((name) => name in words) && (!solution.includes('end') || 'end' in words)
        ) &&
        (words.repeat?.includes('{times}') ?? true),
      'A command has no words here, or "repeat" has no {times} in it.'
    ),
    ['texts', 'commands']
  )
);

export type BlocksParams = v.InferOutput<typeof paramsSchema>;
