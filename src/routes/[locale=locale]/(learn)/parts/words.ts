import type parts from '$lib/i18n/messages/de/parts.json';

/** The words of the examples in one language. */
export type PartsWords = Pick<typeof parts, 'example' | 'picture'>;
