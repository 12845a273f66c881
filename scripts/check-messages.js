// npm run check:messages: names every text of the interface that is missing, empty, unused or unkind, by file and key.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './ts-imports.js';
import { messageProblems } from './message-rules.js';

const { isHouseLocale, localeFacts, locales } = await import('../src/lib/i18n/locales.ts');
const root = fileURLToPath(new URL('..', import.meta.url));
const messages = 'src/lib/i18n/messages';

process.chdir(root);
const languages = locales.map((/** @type {keyof typeof localeFacts} */ locale) => ({
  locale,
  lang: localeFacts[locale].lang,
  isFamily: !isHouseLocale(locale),
  areas: areasOf(join(messages, locale)),
  familiar: areasOf(join(messages, locale, 'du'))
}));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !/\.test\.ts$/.test(path))
  .map((path) => ({ path: join('src', path), text: readFileSync(join('src', path), 'utf8') }));

const problems = messageProblems({ languages, sources });
for (const severity of ['warning', 'error'])
  for (const { file, key, text, remedy } of problems.filter((one) => one.severity === severity))
    console.log(`${severity}  ${file}  ${key} ${text}. ${remedy}`);
const errors = problems.filter(({ severity }) => severity === 'error').length;
const count = languages[0] ? [...languages[0].areas.values()].reduce((sum, { size }) => sum + size, 0) : 0;
console.log(
  `${count} texts in ${languages.length} languages checked: ${errors} errors, ${problems.length - errors} warnings.`
);
process.exitCode = errors > 0 ? 1 : 0;

/** @param {string} folder need not be there @returns {Map<string, Map<string, string>>} by area, its texts by full key */
function areasOf(folder) {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.sort().map((file) => {
      const area = basename(file, '.json');
      return [area, new Map(flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), area))];
    })
  );
}

/** @param {Record<string, unknown>} texts @param {string} above @returns {[string, string][]} */
function flat(texts, above) {
  return Object.entries(texts).flatMap(([name, text]) =>
    text !== null && typeof text === 'object'
      ? flat({ ...text }, `${above}.${name}`)
      : [[`${above}.${name}`, String(text)]]
  );
}
