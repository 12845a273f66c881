/** What stands large on a tablet's sticker. */
interface StickerWords {
  readonly word: string;
  /** seen from across the room: the number in the name, or nothing */
  readonly number: string;
}

/** Takes a tablet's name apart: "Tablet 7" has the number 7; a name without one is all word. */
export function stickerWords(name: string): StickerWords {
  const [, before = '', number = ''] = /^(.*?)(\d{1,3})$/u.exec(name.trim()) ?? [];
  return number === '' ? { word: name.trim(), number: '' } : { word: before.trim(), number };
}

/** The next name of a row: after "Tablet 7" comes "Tablet 8". */
export function nextName(names: readonly string[]): string {
  const numbered = names.map(stickerWords).filter(({ number }) => number !== '');
  const greatest = numbered.reduce((found, one) => (Number(one.number) > Number(found.number) ? one : found), {
    word: 'Tablet',
    number: '0'
  });
  return `${greatest.word} ${Number(greatest.number) + 1}`.trim();
}
