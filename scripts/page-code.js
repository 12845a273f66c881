import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Record<string, { file: string, imports?: string[] }>} ViteManifest */

const list = /^export const imports = (\[.*\]);$/m;

/**
 * All scripts that a page or layout needs before it can be shown.
 * @param {ViteManifest} manifest the manifest of the browser's build
 * @param {readonly string[]} named those that Kit names. It leaves out what it has met behind a late import first.
 * @returns {string[]} these, and what they import
 */
export function wholePageCode(manifest, named) {
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const files = new Set(named);
  // A set takes in what is added while it is walked.
  for (const file of files)
    for (const key of chunks.get(file)?.imports ?? []) {
      const chunk = manifest[key];
      if (chunk) files.add(chunk.file);
    }
  return [...files];
}

/**
 * Completes what Kit's server tells the browser to fetch with a page, so that no script waits until another one has
 * come that imports it.
 * @param {{ client: string, server: string }} folders the two parts of a build
 * @throws where a page's node has another form than this Kit writes
 */
export function completePageCode({ client, server }) {
  /** @type {ViteManifest} */
  const manifest = JSON.parse(readFileSync(join(client, '.vite', 'manifest.json'), 'utf8'));
  const nodes = join(server, 'nodes');
  for (const name of readdirSync(nodes)) {
    const file = join(nodes, name);
    const source = readFileSync(file, 'utf8');
    const named = list.exec(source)?.[1];
    if (named === undefined) throw new Error(`${name} names no scripts`);
    const whole = JSON.stringify(wholePageCode(manifest, JSON.parse(named)));
    writeFileSync(
      file,
      source.replace(list, () => `export const imports = ${whole};`)
    );
  }
}
