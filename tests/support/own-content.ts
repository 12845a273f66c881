import { compile } from '$lib/content/compile';
import { readSources } from '$lib/content/read-sources.server';
import { kinds } from '$lib/practice/kinds';
import { pictures } from '$lib/ui/pictures';

/** The names of all coloured pictures. */
export const pictureNames: ReadonlySet<string> = new Set(pictures);

/** All that stands in content/, compiled once for the tests of one thread. */
export const ownContent = compile(readSources('content'), { practices: kinds, pictures: pictureNames });
