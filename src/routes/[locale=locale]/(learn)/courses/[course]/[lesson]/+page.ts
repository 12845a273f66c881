import { loadCourse, loadLesson } from '$lib/learning/load';
import { bringDrawing, standsInDocument } from '$lib/learning/picture/drawing.browser';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params }) => {
  const drawing = standsInDocument(params.lesson) ? undefined : bringDrawing();
  const course = await loadCourse(fetch, params.locale, params.course);
  return { course, lesson: await loadLesson(fetch, course, params.lesson), Drawing: await drawing };
};
