import { readFileSync } from 'node:fs';

/** @typedef {{ [key: string]: string | string[] | MessageTree }} MessageTree */

const house = ['de', 'de-simple', 'en'];
const messageFile = /^(.*\/src\/lib\/i18n\/messages\/)([\w-]+)(\/[\w-]+\.json)$/;
const plural = /_(zero|one|two|few|many|other)$/;

/**
 * What a family's language has not said yet, it says in German: only those texts are added, so nothing weighs twice.
 * @param {MessageTree} own @param {MessageTree} german the same area
 * @param {string} lang BCP 47: each of its plural forms gets a text
 * @returns {MessageTree} `own`, with every text of `german` that it lacks
 */
export function filled(own, german, lang) {
  const has = new Set(Object.keys(own).map(base));
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  /** @type {MessageTree} */ const all = { ...own };
  for (const [key, said] of Object.entries(german)) {
    const mine = own[key];
    if (isTree(said)) all[key] = filled(isTree(mine) ? mine : {}, said, lang);
    else if (has.has(base(key))) continue;
    else if (!plural.test(key)) all[key] = said;
    // Of a number that German says without an ending, that one text is enough.
    else if (base(key) in german) continue;
    else for (const form of forms) all[`${base(key)}_${form}`] = german[`${base(key)}_${form}`] ?? said;
  }
  return all;
}

/** @param {string} key */
const base = (key) => key.replace(plural, '');

/** @param {string | string[] | MessageTree | undefined} value @returns {value is MessageTree} */
const isTree = (value) => typeof value === 'object' && !Array.isArray(value);

/**
 * Fills the messages of families' languages as they are read, in the build as in tests.
 * @returns {import('vite').Plugin}
 */
export function germanWhereMissingPlugin() {
  return {
    name: 'digitaltreff-german-where-missing',
    enforce: 'pre',
    load(id) {
      const [, folder, locale, file] = messageFile.exec(id) ?? [];
      if (!folder || !locale || !file || house.includes(locale)) return undefined;
      const german = `${folder}de${file}`;
      this.addWatchFile(german);
      const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
      return JSON.stringify(filled(read(id), read(german), locale));
    }
  };
}
