import { loadMessages } from '$lib/i18n/messages';
import { loadCourse, loadLesson, wordsAround } from '$lib/learning/load';
import { bringDrawing, standsInDocument } from '$lib/learning/picture/drawing.browser';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  // The document has every step of the lesson, in words; a browser loads these with the step that says them.
  if (import.meta.env.SSR) await loadMessages((await parent()).locale, ['lesson']);
  const drawing = standsInDocument(params.lesson) ? undefined : bringDrawing();
  const course = await loadCourse(fetch, params.locale, params.course);
  const { t } = await parent();
  const [lesson, words] = await Promise.all([
    loadLesson(fetch, course, params.lesson),
    wordsAround(course, t, course.lessons.find(({ id }) => id === params.lesson)?.practices)
  ]);
  return { course, lesson, t: words, Drawing: await drawing };
};
