import type { Locale } from '../i18n/locales';
import type { Audience, Sentence } from './lesson';
import type { PathLesson } from './path';

/** The systems that a guide has steps for; what else a device may run looks too different to be guided. */
export const systems = ['ipados', 'android', 'windows'] as const;
export type System = (typeof systems)[number];

/** Whether a text is the name of a system. */
export const isSystem = (name: unknown): name is System => systems.some((system) => system === name);

/**
 * How well the steps for a system are known: somebody tried them on a device · they are the maker's own words, read on a
 * day · nobody has tried them yet. Days are plain dates, YYYY-MM-DD.
 */
type Standing =
  | { standing: 'tried'; checked: string; version: string }
  | { standing: 'maker'; checked: string; version: string; source: string; url: string }
  | { standing: 'untried' };

/** The steps for one system. */
export type Way = Standing & { system: System; steps: Sentence[][] };

/** How something is done on people's own devices, in one language. */
export interface Guide {
  /** Permanent: what people say of it is stored by it. */
  id: string;
  locale: Locale;
  audience: Audience;
  title: string;
  /** The title of its first lesson's course: guides are listed by it. */
  theme: string;
  /** What teaches it, in this language. */
  lessons: (PathLesson & { title: string })[];
  intro: Sentence[];
  /** In the order of `systems`; a system that it has no steps for is missing. */
  ways: Way[];
}

/** Where the guides of a language are served. */
export const guidesAddress = (locale: Locale): string => `/content/${locale}/guides.json`;
