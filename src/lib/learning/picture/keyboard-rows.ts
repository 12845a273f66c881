import type { Locale } from '$lib/i18n/locales';

/** A key of the pretend keyboard: what stands on it, and how wide it is (letters are 1). */
export interface Key {
  id: string;
  width: number;
}

const letters = (row: string): Key[] => [...row].map((id) => ({ id, width: 1 }));
const wide = (id: string, width: number): Key => ({ id, width });

/** The rows of the keyboard as they lie on tablets of that language: y and z change places in German. */
export function keyboardRows(locale: Locale): Key[][] {
  const [top, low] = locale === 'en' ? ['qwertyuiop', 'zxcvbnm'] : ['qwertzuiop', 'yxcvbnm'];
  return [
    letters(top ?? ''),
    letters('asdfghjkl'),
    [wide('shift', 1.45), ...letters(low ?? ''), wide('delete', 1.45)],
    [wide('numbers', 1.9), wide('space', 5.6), wide('enter', 2.3)]
  ];
}

/** A key with its place on a board of 320 units' width; rows are 46 units high. */
export interface PlacedKey extends Key {
  x: number;
  y: number;
  size: number;
}

const board = { width: 320, unit: 32, row: 46 };

/** Lays the rows out, each centred. */
export function placeKeys(rows: Key[][]): PlacedKey[] {
  return rows.flatMap((row, index) => {
    const total = row.reduce((sum, key) => sum + key.width * board.unit, 0);
    let x = (board.width - total) / 2;
    return row.map((key) => {
      const placed = { ...key, x, y: index * board.row, size: key.width * board.unit };
      x += placed.size;
      return placed;
    });
  });
}
