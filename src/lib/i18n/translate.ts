/** Messages by area, screen and part; the leaves are texts or lists of texts. */
export interface MessageTree {
  readonly [key: string]: string | readonly string[] | MessageTree;
}

type Options = Readonly<Record<string, unknown>>;

/**
 * The part of i18next that the pages of this house use, for the browser: keys with dots, `{{names}}`, plural forms by
 * `count`, and lists with `returnObjects`. i18next itself weighs a quarter of what a first lesson may load, so it
 * translates on the server alone; a test holds that both say the same for every message (docs/decisions/0011).
 * @param lang BCP 47 tag: decides the plural form
 * @param messages read at each call, so that areas may be added
 * @returns what i18next's `t` would return; a key without a text returns itself
 */
export function translator(lang: string, messages: MessageTree) {
  const plurals = new Intl.PluralRules(lang);
  return (key: string, options: Options = {}): unknown => {
    const count = options['count'];
    const plural = typeof count === 'number' ? find(messages, `${key}_${plurals.select(count)}`) : undefined;
    const text = plural ?? find(messages, key);
    if (typeof text === 'string') return fill(text, options);
    return text !== undefined && options['returnObjects'] === true ? text : key;
  };
}

function find(messages: MessageTree, key: string): MessageTree[string] | undefined {
  let found: MessageTree[string] | undefined = messages;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || isList(found)) return undefined;
    found = found[part];
  }
  return found;
}

const isList = (value: MessageTree | readonly string[]): value is readonly string[] => Array.isArray(value);

const fill = (text: string, options: Options): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = options[name];
    return value === undefined ? whole : String(value);
  });
