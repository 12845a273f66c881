/** The letters of a keyboard, row by row; eleven a row on a wide screen. Shift stands before the third row. */
const rows = {
  de: ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnmß,.'],
  en: ["qwertyuiop'", 'asdfghjkl-!', 'zxcvbnm,.?']
} as const;

/** Behind the letters lie figures, and the marks of dates, prices and addresses. */
const figures = [...'1234567890-', ...'/:()@€+!?.,'];

export const layouts = ['de', 'en'] as const;
export type Layout = (typeof layouts)[number];

/** Which keys show. */
export type Page = 'letters' | 'figures';

/** The keys with a letter on them, in reading order; the shift key stands before the key at `shiftBefore`. */
export function keysOf(layout: Layout): { keys: string[]; shiftBefore: number } {
  const [first, second, third] = rows[layout];
  return { keys: [...first, ...second, ...third], shiftBefore: first.length + second.length };
}

/** The keys of a page, in reading order. */
export const keysOn = (layout: Layout, page: Page): string[] => (page === 'letters' ? keysOf(layout).keys : figures);

/** On which page a small letter or a mark has a key, the open one first; undefined where it has none. */
export const pageWith = (layout: Layout, sign: string, open: Page): Page | undefined => {
  const pages: readonly Page[] = open === 'letters' ? ['letters', 'figures'] : ['figures', 'letters'];
  return pages.find((page) => keysOn(layout, page).includes(sign));
};

/** Whether a text can be written on a layout: its letters, blanks and marks all have a key. */
export const canWrite = (layout: Layout, text: string): boolean =>
  [...text.toLowerCase()].every((sign) => sign === ' ' || pageWith(layout, sign, 'letters') !== undefined);
