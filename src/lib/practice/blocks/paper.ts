import type { PaperTask } from '../../content/lesson.ts';
import { depthOf, readProgram, type Line } from './program.ts';
import type { BlocksParams, Level } from './scene.ts';

/** How a sign of a map is drawn on paper: signs that every font has. */
const drawn = (sign: string): string => (sign === '.' ? '_' : sign.toUpperCase());

/** The levels on paper: the maps, what stands there, and lines to write the program on; on the other page one that works. */
export function paper({ texts, levels }: BlocksParams): PaperTask[] {
  const words = ({ command, times }: Line): string =>
    (texts.commands[command] ?? command).replace('{times}', String(times));
  const listed = (program: readonly Line[]): string[] =>
    program.map((line, index) => `${index + 1}. ${'– '.repeat(depthOf(program, index))}${words(line)}`);
  return levels.map((level, index) => {
    const program = readProgram(level.program);
    const known = level.commands.map((command) => words({ command, times: 2 })).join(' · ');
    return {
      ask: texts.asks[index] ?? '',
      shown: [...mapLines(level), legend(texts, level), ...(program.length > 0 ? [] : [known])],
      boxes: program.length > 0 ? listed(program) : blanks(level),
      solution: listed(readProgram(level.solution))
    };
  });
}

/** The maps of a level row by row; where there are several, each has its number above it. */
const mapLines = ({ maps }: Level): string[] =>
  maps.flatMap((map, index) => [
    ...(maps.length > 1 ? [`${index + 1}.`] : []),
    ...map.map((row) => `| ${[...row].map(drawn).join(' | ')} |`)
  ]);

/** What the signs on the maps of a level mean. */
function legend({ figure, wall, thing, goal }: BlocksParams['texts'], { maps }: Level): string {
  const signs = new Set(maps.flat().join(''));
  const meanings: [string, string][] = [
    ['^', figure],
    ['>', figure],
    ['v', figure],
    ['<', figure],
    ['#', wall],
    ['o', thing],
    ['x', goal]
  ];
  return meanings
    .filter(([sign]) => signs.has(sign))
    .map(([sign, meaning]) => `${drawn(sign)} ${meaning}`)
    .join(' · ');
}

/** One line to write on for each line of the solution. */
const blanks = ({ solution }: Level): string[] => solution.map((_, index) => `${index + 1}. ______________`);
