/** Sheets that people have at home and at the club. */
export const paperSizes = ['a4', 'a5'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** An address as people read it: without what every one begins with. */
export const readable = (address: string): string => address.replace(/^https?:\/\//u, '');
