// npm run check:licences: docs/licences.md names every package this project asks for, each with its own licence.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const page = 'docs/licences.md';

const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = json('package.json');
const asked = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
const locked = json('package-lock.json').packages;
const named = new Map(
  [...readFileSync(page, 'utf8').matchAll(/^\| (@?[\w./-]+) \|[^|]+\| ([^|]+?) \|$/gm)]
    .filter(([, name]) => name !== 'package')
    .map(([, name = '', licence = '']) => [name, licence])
);

const problems = [
  ...asked.flatMap((name) => {
    const own = licenceOf(name);
    const said = named.get(name);
    if (said === undefined) return [`${name} is missing. Add a line: what for, and its licence ${own}.`];
    return said === own ? [] : [`${name} is said to be "${said}". Its own word is "${own}".`];
  }),
  ...[...named.keys()]
    .filter((name) => !asked.includes(name))
    .map((name) => `${name} is no longer used. Take its line out.`),
  ...['LICENSE', 'content/LICENSE'].filter((file) => !existsSync(file)).map((file) => `${file} is missing.`)
];
for (const problem of problems) console.log(`${page}  ${problem}`);
console.log(`${asked.length} packages checked: ${problems.length} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** @param {string} name @returns {string} what the package says of itself: the lock file knows also those of other machines */
function licenceOf(name) {
  return locked[`node_modules/${name}`]?.license ?? 'unknown';
}

/** @param {string} file */
function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
