import { buildIfStale } from '../../scripts/build.js';

const next = { BUILD_DIR: '.cache/build-next', BUILD_LABEL: '-next' };

/** The environment of a server with a newer version of the same sources: no word of the content is another. */
export function nextBuild(): Record<string, string> {
  buildIfStale(next);
  return { BUILD_DIR: next.BUILD_DIR };
}
