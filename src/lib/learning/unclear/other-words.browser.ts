import type { Lesson, Sentence, Step } from '$lib/content/lesson';
import type { Locale } from '$lib/i18n/locales';
import { within } from '$lib/pwa/within.browser';
import { loadCourse, loadLesson } from '../load';

/** So long the easy text is waited for. */
const patienceMs = 4000;

/** The language whose texts say the same more simply. */
const easier: Partial<Record<Locale, Locale>> = { de: 'de-simple' };

/** A step said otherwise: by its author, or as it stands in the easier language. Empty where there is neither. */
export interface OtherWords {
  readonly again: readonly Sentence[];
  readonly easy: Step | undefined;
}

/** What can be said about a step that was not understood; what is not on the device is left out. */
export async function otherWords({ course, id, locale }: Lesson, step: Step): Promise<OtherWords> {
  const again = step.again ?? [];
  const simple = easier[locale];
  if (again.length > 0 || !simple) return { again, easy: undefined };
  const lesson = await within(
    patienceMs,
    loadCourse(fetch, simple, course).then((file) => loadLesson(fetch, file, id))
  );
  return { again, easy: lesson?.steps.find((one) => one.id === step.id) };
}
