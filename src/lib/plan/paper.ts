import type { CourseFile, LessonEntry } from '$lib/content/lesson';
import type { LessonName } from './catalogue';

/** What can be printed for a meeting: its lessons, their pages for trainers, a letter for who missed it, a letter for practising at home. */
export const paperKinds = ['handout', 'trainer', 'missed', 'home'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Letters go to people, the other sheets to a room. */
export type LetterKind = Extract<PaperKind, 'missed' | 'home'>;
export const isLetter = (kind: PaperKind): kind is LetterKind => kind === 'missed' || kind === 'home';

/** What a link to the paper asks for first: nothing, or a lesson's page for trainers. */
export interface FirstPaper {
  readonly kind: PaperKind;
  readonly lesson?: string | undefined;
}

/** The query of the paper's address, as in `?kind=trainer&lesson=tap-swipe-scroll`. */
export function firstPaper(query: URLSearchParams): FirstPaper {
  const wanted = query.get('kind');
  const kind = paperKinds.find((one) => one === wanted) ?? 'handout';
  return { kind, lesson: query.get('lesson') ?? undefined };
}

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
