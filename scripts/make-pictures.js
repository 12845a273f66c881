// Copies the pictures that src/lib/ui/pictures.ts lists from the icon package to static/pictures, and takes away others.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const list = new URL('../src/lib/ui/pictures.ts', import.meta.url);
const target = fileURLToPath(new URL('../static/pictures/', import.meta.url));

/** @returns {string[]} the quoted names of both lists; read as text, so that any Node from 20 on can run this */
function listedNames() {
  const lists = readFileSync(list, 'utf8').matchAll(/Pictures = \[([^\]]*)\] as const/g);
  return [...lists].flatMap(([, body = '']) => [...body.matchAll(/'([a-z0-9-]+)'/g)].map(([, name = '']) => name));
}

/** @returns {{ icons: Record<string, { body: string, width?: number, height?: number }>, width?: number, height?: number }} */
function iconSet() {
  const file = createRequire(import.meta.url).resolve('@iconify-json/fluent-emoji-flat/icons.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

const set = iconSet();
const names = listedNames();
const unknown = names.filter((name) => !set.icons[name]);
if (unknown.length > 0) {
  process.stderr.write(
    `src/lib/ui/pictures.ts names pictures that Fluent Emoji Flat does not have: ${unknown.join(', ')}\n`
  );
  process.exit(1);
}

mkdirSync(target, { recursive: true });
const files = new Set(names.map((name) => `${name}.svg`));
for (const file of readdirSync(target)) if (!files.has(file)) rmSync(`${target}${file}`);
for (const name of names) {
  const icon = set.icons[name];
  const box = `0 0 ${icon?.width ?? set.width ?? 32} ${icon?.height ?? set.height ?? 32}`;
  writeFileSync(
    `${target}${name}.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${icon?.body}</svg>\n`
  );
}
