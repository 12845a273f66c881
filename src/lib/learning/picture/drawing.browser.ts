import { browser } from '$app/environment';
import type LessonPicture from './LessonPicture.svelte';

/** The component that draws the pictures of steps. */
export type PictureComponent = typeof LessonPicture;

/**
 * Its code; nothing where that cannot be had: a lesson can be learned without its pictures. This is the one place that
 * imports it: with a second, static one its styles would be missing in the documents of the server.
 */
export async function bringDrawing(): Promise<PictureComponent | undefined> {
  try {
    return (await import('./LessonPicture.svelte')).default;
  } catch {
    return undefined;
  }
}

/** The server has sent this lesson as a document, with its pictures drawn: their code need not come. */
export const standsInDocument = (lesson: string): boolean =>
  browser && document.querySelector(`[data-lesson="${lesson}"]`) !== null;
