import { partsOf, type Line, type Part } from './program.ts';

/** The figure turns by the clock. */
const facings = ['up', 'right', 'down', 'left'] as const;
type Facing = (typeof facings)[number];

/** A map is rows of signs: `.` free, `#` a wall, `o` a thing, `x` the goal, and one of `^>v<` where the figure stands. */
export type Field = readonly string[];
const startSigns = '^>v<';

/** Rows and columns are counted from 1. */
export interface Place {
  row: number;
  column: number;
}

export interface Figure extends Place {
  facing: Facing;
  /** The things that were picked up. */
  taken: readonly Place[];
}

/** Why a figure stops in the middle: a wall, the edge, a thing in the way, or nothing to pick up. */
const stops = ['wall', 'edge', 'thing', 'nothing'] as const;
type Stop = (typeof stops)[number];

/** One command as it was carried out: its line, what came of it, and how the figure stands then. */
export interface Moment {
  number: number;
  what: 'moved' | 'taken' | 'time' | 'yes' | 'no' | Stop;
  figure: Figure;
  /** Which time of a repetition begins. */
  time: number;
}

/** A run ends after so many commands, whatever the program. */
export const mostMoments = 200;

const isAt = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column;

/** The places of a map with a sign. */
export const placesOf = (field: Field, sign: string): Place[] =>
  field.flatMap((signs, row) =>
    [...signs].flatMap((one, column) => (sign.includes(one) ? [{ row: row + 1, column: column + 1 }] : []))
  );

/** What is at a place now; undefined beyond the edge. */
export function whatIs(field: Field, { taken }: Figure, place: Place): 'free' | 'wall' | 'thing' | 'goal' | undefined {
  switch (field[place.row - 1]?.[place.column - 1]) {
    case undefined:
      return undefined;
    case '#':
      return 'wall';
    case 'o':
      return taken.some((one) => isAt(one, place)) ? 'free' : 'thing';
    case 'x':
      return 'goal';
    default:
      return 'free';
  }
}

/** The figure before the first command. A map without a start has it in its first corner. */
export function atStart(field: Field): Figure {
  const place = placesOf(field, startSigns)[0] ?? { row: 1, column: 1 };
  const facing = facings[startSigns.indexOf(field[place.row - 1]?.[place.column - 1] ?? '>')] ?? 'right';
  return { ...place, facing, taken: [] };
}

/** How many things lie there still. */
export const thingsLeft = (field: Field, { taken }: Figure): number => placesOf(field, 'o').length - taken.length;

const ahead = ({ row, column, facing }: Figure): Place => {
  const down = { up: -1, down: 1, left: 0, right: 0 }[facing];
  const right = { up: 0, down: 0, left: -1, right: 1 }[facing];
  return { row: row + down, column: column + right };
};

const turned = (figure: Figure, by: number): Figure => ({
  ...figure,
  facing: facings[(facings.indexOf(figure.facing) + by) % facings.length] ?? figure.facing
});

/** Carries out one plain command. */
function act(field: Field, figure: Figure, { command }: Part): Pick<Moment, 'what' | 'figure'> {
  const next = ahead(figure);
  const there = whatIs(field, figure, next);
  if (command === 'left' || command === 'right')
    return { what: 'moved', figure: turned(figure, command === 'left' ? 3 : 1) };
  if (command === 'take')
    return there === 'thing'
      ? { what: 'taken', figure: { ...figure, taken: [...figure.taken, next] } }
      : { what: 'nothing', figure };
  if (there === undefined) return { what: 'edge', figure };
  return there === 'wall' || there === 'thing'
    ? { what: there, figure }
    : { what: 'moved', figure: { ...figure, ...next } };
}

export const isStop = (what: Moment['what']): what is Stop => stops.some((stop) => stop === what);

/** Everything that a program does on a map, to its end, to the first command that does not work, or to the longest run. */
export function play(field: Field, program: readonly Line[]): Moment[] {
  const moments: Moment[] = [];
  let figure = atStart(field);

  /** Notes what happened, and whether it goes on. */
  const tell = ({ number }: Part, did: Pick<Moment, 'what' | 'figure'>, time = 1): boolean => {
    moments.push({ number, time, ...did });
    figure = did.figure;
    return !isStop(did.what) && moments.length < mostMoments;
  };
  const all = (parts: readonly Part[]): boolean => parts.every(one);
  const one = (part: Part): boolean => {
    if (part.command === 'repeat')
      return Array.from({ length: part.times }, (_, index) => index + 1).every(
        (time) => tell(part, { what: 'time', figure }, time) && all(part.body)
      );
    if (part.command !== 'if') return tell(part, act(field, figure, part));
    const isThere = whatIs(field, figure, ahead(figure)) === 'thing';
    return tell(part, { what: isThere ? 'yes' : 'no', figure }) && all(isThere ? part.body : part.otherwise);
  };

  all(partsOf(program));
  return moments;
}

/** Whether a program picks up everything on a map and ends at its goal, where there is one. */
export function isSolved(field: Field, program: readonly Line[]): boolean {
  const last = play(field, program).at(-1);
  if (!last || isStop(last.what) || thingsLeft(field, last.figure) > 0) return false;
  const goals = placesOf(field, 'x');
  return goals.length === 0 || goals.some((goal) => isAt(goal, last.figure));
}
