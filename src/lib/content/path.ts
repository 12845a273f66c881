import type { Locale } from '../i18n/locales';
import type { Audience } from './lesson';

/** A lesson as a way names it. */
export interface PathLesson {
  course: string;
  lesson: string;
}

/** A way through the lessons, of one course or many, that leads to what somebody wants: "Ich will meiner Enkelin schreiben". */
export interface LearningPath {
  /** Permanent: what people chose is stored by it. */
  id: string;
  audience: Audience;
  picture: string;
  /** The wish, as a person says it. */
  title: string;
  /** In order. */
  lessons: PathLesson[];
}

/** Where the ways of a language are served. */
export const pathsAddress = (locale: Locale): string => `/content/${locale}/paths.json`;
