import type { Saying } from './contract.ts';

type Words = [key: Saying['key'], values?: Saying['values']];

/** One sentence of the product. */
const saying = (key: Saying['key'], tone: Saying['tone'], values?: Saying['values']): Saying =>
  values ? { key, values, tone } : { key, tone };

/** It tells how things stand. */
export const info = (...[key, values]: Words): Saying => saying(key, 'info', values);

/** It did not work yet, and says what to try. */
export const again = (...[key, values]: Words): Saying => saying(key, 'again', values);

/** It worked. */
export const good = (...[key, values]: Words): Saying => saying(key, 'good', values);

/** Words of the scene. */
export const told = (words: string | undefined, tone: Saying['tone']): Saying =>
  saying('practice.frame.words', tone, { words: words ?? '' });
