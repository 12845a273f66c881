import type { Picture } from '$lib/content/lesson';

/** A zero-width space within an address, after a dot, a slash or an at sign: a line may end there, and shows nothing. */
const parted = (text: string): string => text.replace(/(\p{L}[./@])(?=\p{L})/gu, '$1\u200b');

/** The same picture, in which a long address parts where its pieces end, and not in the middle of a word. */
export function addressesParted(picture: Picture): Picture {
  return {
    ...picture,
    items: picture.items.map(({ detail, ...item }) => ({
      ...item,
      label: parted(item.label),
      ...(detail !== undefined && { detail: parted(detail) })
    })),
    labels: Object.fromEntries(Object.entries(picture.labels).map(([id, text]) => [id, parted(text)]))
  };
}
