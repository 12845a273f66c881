import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const folder = '.cache/build-next';
const [scripts, laterScripts] = ['_app/immutable', '_app/later'];
const texts = new Set(['.js', '.css', '.html', '.json', '.webmanifest']);

/**
 * The environment of a server with a newer version of the same sources: no word of the content is another, and every
 * script and style has another address. It is written over a copy of the build: to build anew takes a minute.
 */
export function nextBuild(): Record<string, string> {
  const version = readFileSync('build/.sources', 'utf8');
  const next = `${version}-next`;
  if (!existsSync(join(folder, '.sources')) || readFileSync(join(folder, '.sources'), 'utf8') !== next) {
    rmSync(folder, { recursive: true, force: true });
    cpSync('build', folder, { recursive: true, filter: (path) => !/\.(br|gz|map|sources)$/.test(path) });
    renameSync(join(folder, 'client', scripts), join(folder, 'client', laterScripts));
    const newer = (text: string) => text.replaceAll(scripts, laterScripts).replaceAll(version, next);
    for (const file of textsIn(folder)) {
      const old = readFileSync(file, 'utf8');
      const text = extname(file) === '.html' ? allowed(newer(old), old, newer) : newer(old);
      if (text !== old) writeFileSync(file, text);
    }
    writeFileSync(join(folder, '.sources'), next);
  }
  return { BUILD_DIR: folder };
}

function textsIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && texts.has(extname(entry.name)))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** A page that was written when the app was built names the hash of each script in it: the newer one has its own. */
function allowed(html: string, old: string, newer: (text: string) => string): string {
  const inline = [...old.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  return inline.reduce((page, script) => page.replaceAll(hash(script), hash(newer(script))), html);
}

const hash = (script: string): string => createHash('sha256').update(script).digest('base64');
