import { longestStrokes } from './events';

/** A place on the field of a signature, in parts of its width and height: 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One line without lifting the finger. */
export type Stroke = readonly Place[];

/** The field is this wide and this high in the units that are kept. */
export const fieldWidth = 600;
export const fieldHeight = 200;

/** How much nearer than this, in kept units, two places of a line need not be. */
const steps = [3, 6, 10, 16, 24, 40];

/**
 * Strokes as short text: `x,y x,y;x,y …` in whole units of the field. A long signature is drawn with fewer places until
 * it fits into an event; an even longer one loses its last strokes.
 * @returns at most `longestStrokes` characters; empty where nothing was drawn
 */
export function strokesToText(strokes: readonly Stroke[]): string {
  const texts = steps.map((step) => textOf(strokes, step));
  const fitting = texts.find((text) => text.length <= longestStrokes);
  return fitting ?? (texts.at(-1) ?? '').slice(0, longestStrokes).replace(/[ ;][^ ;]*$/, '');
}

function textOf(strokes: readonly Stroke[], step: number): string {
  return strokes
    .map((stroke) => thinned(stroke.map(inField), step))
    .filter((places) => places.length > 0)
    .map((places) => places.map(({ x, y }) => `${x},${y}`).join(' '))
    .join(';');
}

const within = (part: number, size: number): number => Math.round(Math.min(1, Math.max(0, part)) * size);

const inField = ({ x, y }: Place): Place => ({ x: within(x, fieldWidth), y: within(y, fieldHeight) });

/** Without the places that hardly differ from the one before; the last one always stays. */
function thinned(places: readonly Place[], step: number): Place[] {
  const kept: Place[] = [];
  for (const [index, place] of places.entries()) {
    const last = kept.at(-1);
    const isFar = last === undefined || Math.hypot(place.x - last.x, place.y - last.y) >= step;
    if (isFar || index === places.length - 1) kept.push(place);
  }
  return kept;
}

/** The lines of a kept signature for `points` of SVG's polyline. A dot becomes a short line, or nothing would show. */
export function linesOf(text: string): string[] {
  return text
    .split(';')
    .filter((line) => /^\d+,\d+( \d+,\d+)*$/.test(line))
    .map((line) => (line.includes(' ') ? line : `${line} ${line}`));
}
