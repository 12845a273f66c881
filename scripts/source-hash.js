import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const watched = [
  ...['src', 'static', 'content', 'drizzle', 'package-lock.json', 'package.json', 'svelte.config.js', 'vite.config.ts'],
  ...[
    'tsconfig.json',
    'scripts/build.js',
    'scripts/boot-script.js',
    'scripts/code-groups.js',
    'scripts/compress.js',
    'scripts/german-where-missing.js',
    'scripts/make-fonts.js',
    'scripts/make-pictures.js',
    'scripts/offline-code.js',
    'scripts/page-code.js'
  ],
  'scripts/source-hash.js'
];

/**
 * Hash over everything that goes into a build: names and bytes of the sources, in a fixed order.
 * Tests do not count, nor does what the build itself makes (static/pictures).
 * @param {string[]} [places] files and folders below the project's root
 * @param {{ tests: boolean }} [also] whether tests count as sources too
 * @returns {string} 16 hexadecimal digits
 */
export function sourceHash(places = watched, { tests } = { tests: false }) {
  const hash = createHash('sha256');
  const counts = (/** @type {string} */ file) => tests || !/\.test\.ts$/.test(file);
  for (const file of places.flatMap(filesBelow).filter(counts))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} place @returns {string[]} */
function filesBelow(place) {
  let entries;
  try {
    entries = readdirSync(join(root, place), { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') return [place];
    if (code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${place}/${entry.name}`) : [`${place}/${entry.name}`]))
    .filter((file) => !file.startsWith('static/pictures/'));
}
