/** The letters of a keyboard, row by row; eleven a row on a wide screen. Shift stands before the third row. */
const rows = {
  de: ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnmß,.'],
  en: ["qwertyuiop'", 'asdfghjkl-!', 'zxcvbnm,.?']
} as const;

export const layouts = ['de', 'en'] as const;
export type Layout = (typeof layouts)[number];

/** The keys with a sign on them, in reading order; the shift key stands before the key at `shiftBefore`. */
export function keysOf(layout: Layout): { keys: string[]; shiftBefore: number } {
  const [first, second, third] = rows[layout];
  return { keys: [...first, ...second, ...third], shiftBefore: first.length + second.length };
}

/** Whether a text can be written on a layout: its letters, blanks and marks all have a key. */
export const canWrite = (layout: Layout, text: string): boolean => {
  const { keys } = keysOf(layout);
  return [...text.toLowerCase()].every((sign) => sign === ' ' || keys.includes(sign));
};
