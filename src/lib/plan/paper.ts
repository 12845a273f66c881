import type { CourseFile, LessonEntry } from '$lib/content/lesson';
import type { LessonName } from './catalogue';

/** What can be printed for a meeting: its lessons, a letter for who missed it, a letter for practising at home. */
export const paperKinds = ['handout', 'missed', 'home'] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperSizes = ['a4', 'a5'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** A lesson on paper: its words from the same list that the app shows, and where it is. */
export interface PaperLesson {
  readonly name: LessonName;
  readonly course: CourseFile;
  readonly entry: LessonEntry;
  /** whole, for the code */
  readonly address: string;
}

/** Some lessons as paper needs them; what this device does not have is left out. */
export function paperLessons(
  names: readonly LessonName[],
  {
    catalogue,
    addressOf
  }: { readonly catalogue: readonly CourseFile[]; readonly addressOf: (name: LessonName) => string }
): PaperLesson[] {
  return names.flatMap((name) => {
    const course = catalogue.find(({ id }) => id === name.course);
    const entry = course?.lessons.find(({ id }) => id === name.lesson);
    return course && entry ? [{ name, course, entry, address: addressOf(name) }] : [];
  });
}

/** An address as people read it: without what every one begins with. */
export const readable = (address: string): string => address.replace(/^https?:\/\//u, '');
