import { contentReader } from '$lib/content/served.server';
import { kinds } from '$lib/practice/kinds';
import { pictures } from '$lib/ui/pictures';

/** The app's content, compiled from `content/` while building and developing; the built server has only the files. */
export const servedContent = contentReader({ folder: 'content', practices: kinds, pictures: new Set(pictures) });
