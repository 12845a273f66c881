import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Record<string, { file: string, css?: string[], imports?: string[] }>} ViteManifest */
/** @typedef {{ imports: readonly string[], stylesheets: readonly string[] }} PageCode */

/**
 * All scripts and style sheets that a page or layout needs before it can be shown.
 * @param {ViteManifest} manifest the manifest of the browser's build
 * @param {PageCode} named those that Kit names. It leaves out what it has met behind a late import first.
 * @returns {PageCode} these, and what belongs to what they import
 */
export function wholePageCode(manifest, named) {
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const files = new Set(named.imports);
  const sheets = new Set(named.stylesheets);
  // A set takes in what is added while it is walked.
  for (const file of files) {
    const { css = [], imports = [] } = chunks.get(file) ?? {};
    for (const sheet of css) sheets.add(sheet);
    for (const key of imports) {
      const chunk = manifest[key];
      if (chunk) files.add(chunk.file);
    }
  }
  return { imports: [...files], stylesheets: [...sheets] };
}

/**
 * Completes what Kit's server tells the browser to fetch with a page, so that no script waits until another one has
 * come that imports it, and what the server has drawn does not move when a style sheet comes late.
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
    const whole = wholePageCode(manifest, {
      imports: listIn(source, 'imports'),
      stylesheets: listIn(source, 'stylesheets')
    });
    writeFileSync(file, withList(withList(source, 'imports', whole.imports), 'stylesheets', whole.stylesheets));
  }
}

/** @param {string} list */
const line = (list) => new RegExp(`^export const ${list} = (\\[.*\\]);$`, 'm');

/** @param {string} source @param {string} list @returns {string[]} */
function listIn(source, list) {
  const found = line(list).exec(source)?.[1];
  if (found === undefined) throw new Error(`A page's node names no ${list}`);
  return JSON.parse(found);
}

/** @param {string} source @param {string} list @param {readonly string[]} files */
const withList = (source, list, files) =>
  source.replace(line(list), () => `export const ${list} = ${JSON.stringify(files)};`);
