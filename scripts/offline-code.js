import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ file: string, src?: string, isEntry?: boolean, css?: string[], assets?: string[], imports?: string[], dynamicImports?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} ViteManifest
 * @typedef {{ app: string, learn: string[], club: string[], extras: Record<string, string[]>, messages: Record<string, Record<string, string[]>> }} OfflineCode
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const written = join(root, '.svelte-kit', 'offline-code.js');
/** Of a kind of practice there may be several. */
const practiceScreen = /src\/lib\/practice\/(\w+)\/\w*Screen\.svelte$/;
const messageFile = /src\/lib\/i18n\/messages\/([\w-]+)\/([\w-]+)\.ts$/;
/** What is of no use without a network. */
const needsNetwork = /src\/lib\/(move\/(ShowCode|FetchParcel)|learning\/paper\/LessonCode)\.svelte$/;
/** What is said otherwise to people who are addressed as "du". */
const familiarFile = /src\/lib\/i18n\/messages\/([\w-]+)\/du\/[\w-]+\.json$/;
/** Drawn on demand only: the page's own style sheet asks for them by unicode-range. */
const rareFont = /latin-ext|turkish|arabic|cyrillic|\.woff$/;
/** Families' languages, and the typeface without which each cannot be written. */
const fontOf = /** @type {const} */ ({ tr: /turkish/, uk: /cyrillic/, ar: /arabic/, ru: /cyrillic/ });

/**
 * Sorts the app's files by who needs them without a network, so that a learner's tablet never fetches the office.
 * @param {ViteManifest} whole the manifest of the browser's build
 * @param {(key: string) => string | undefined} routeOf the source file of a page or layout, for the key of its node
 * @returns {OfflineCode} `learn`: every page of learners · `club`: what the room's pages need besides · `extras`: what
 *   some lessons and pages need besides, by name: a kind of practice, `du/<locale>` (words that say "du"), `family`, `family/<locale>`, `guides`, `help` ·
 *   `messages`: by language and group, with its `font` where it needs one · `app`: the file that no other version of the app has. All as addresses, sorted.
 */
export function offlineCode(whole, routeOf) {
  /** @type {ViteManifest} */
  const manifest = Object.fromEntries(Object.entries(whole).filter(([key]) => !practiceScreen.test(key)));
  const keys = Object.keys(manifest);
  const named = (/** @type {RegExp} */ pattern) => keys.filter((key) => pattern.test(key));
  const app = named(/client-optimized\/app\.js$/);
  const start = named(/runtime\/client\/entry\.js$/);
  const nodes = named(/client-optimized\/nodes\/\d+\.js$/);
  const nodesOf = (/** @type {string} */ group) => nodes.filter((key) => groupOf(routeOf(key) ?? '') === group);

  const learn = filesOf(manifest, [...start, ...app, ...nodesOf('learn')]);
  const club = filesOf(manifest, nodesOf('club'));
  const besides = (/** @type {Set<string>} */ files) =>
    addresses(new Set([...files].filter((file) => !learn.has(file))));
  /** @type {OfflineCode['extras']} */
  const extras = {};
  for (const [key, chunk] of Object.entries(whole)) {
    const kind = practiceScreen.exec(key)?.[1];
    // What all share leads to every other kind; those stay out.
    if (kind) {
      const own = besides(filesOf({ ...manifest, [key]: chunk }, [key]));
      extras[kind] = [...new Set([...(extras[kind] ?? []), ...own])].sort();
    }
    const locale = familiarFile.exec(key)?.[1];
    if (locale) (extras[`du/${locale}`] ??= []).push(...besides(filesOf(manifest, [key])));
  }
  const family = nodesOf('family');
  if (family.length > 0)
    for (const [name, keysOfIt] of Object.entries(familyParts(family, named(messageFile))))
      extras[name] = besides(filesOf(manifest, keysOfIt));
  const guides = nodesOf('guides');
  if (guides.length > 0) extras['guides'] = besides(filesOf(manifest, guides));
  // The help for parents comes when there is nothing else to fetch; its words come by language.
  const help = nodesOf('help');
  if (help.length > 0) extras['help'] = besides(filesOf(manifest, help));
  return {
    app: addresses(new Set(app.map((key) => manifest[key]?.file ?? '')))[0] ?? '',
    learn: addresses(learn),
    club: besides(club),
    extras,
    messages: messagesOf(manifest, whole)
  };
}

/**
 * The family's agreement, with its words in each language of the house: its sheet can be printed in two. The words of a
 * family's language come with that one.
 * @param {string[]} pages @param {string[]} words keys of all messages @returns {Record<string, string[]>} keys by extra
 */
function familyParts(pages, words) {
  /** @type {Record<string, string[]>} */ const parts = { family: [...pages] };
  for (const key of words) {
    const [, locale = '', group] = messageFile.exec(key) ?? [];
    if (group === 'family') (parts[locale in fontOf ? `family/${locale}` : 'family'] ??= []).push(key);
  }
  return parts;
}

/** @param {ViteManifest} manifest @param {ViteManifest} whole also with what is left out of the other @returns {OfflineCode['messages']} */
function messagesOf(manifest, whole) {
  /** @type {OfflineCode['messages']} */ const messages = {};
  for (const key of Object.keys(manifest)) {
    const [, locale, group] = messageFile.exec(key) ?? [];
    if (locale && group) (messages[locale] ??= {})[group] = addresses(filesOf(manifest, [key]));
  }
  const fonts = Object.values(whole).flatMap(({ assets }) => assets ?? []);
  for (const [locale, pattern] of Object.entries(fontOf)) {
    const own = new Set(fonts.filter((file) => pattern.test(file)));
    if (messages[locale] && own.size > 0) messages[locale]['font'] = addresses(own);
  }
  return messages;
}

/** @param {string} route a file below src/routes @returns {'learn' | 'club' | 'family' | 'guides' | 'help' | undefined} */
function groupOf(route) {
  if (route.includes('/(learn)/family/')) return 'family';
  if (route.includes('/(learn)/guides/')) return 'guides';
  if (/\/\(learn\)\/(help|games)\//.test(route)) return 'help';
  if (route.includes('/(club)/') || route.includes('/(tablet)/')) return 'club';
  // Pages that show what there is, for those who build and test: a learner's tablet has no use for them.
  if (/\/(parts|practice-examples)\//.test(route)) return undefined;
  const group = /\((\w+)\)/.exec(route)?.[1];
  return group === undefined || group === 'learn' || group === 'shell' || group === 'public' ? 'learn' : undefined;
}

/** The files of some chunks and of all that they may load: not other pages, and no messages, which come by language. */
function filesOf(/** @type {ViteManifest} */ manifest, /** @type {string[]} */ from) {
  /** @type {Set<string>} */ const files = new Set();
  /** @type {Set<string>} */ const seen = new Set();
  const open = [...from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) continue;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
      if (!rareFont.test(file)) files.add(file);
    const lazy = (chunk.dynamicImports ?? []).filter(
      (to) => !/\/nodes\/\d+\.js$/.test(to) && !messageFile.test(to) && !familiarFile.test(to) && !needsNetwork.test(to)
    );
    open.push(...(chunk.imports ?? []), ...lazy);
  }
  return files;
}

/** @param {Set<string>} files */
const addresses = (files) => [...files].map((file) => `/${file}`).sort();

/**
 * Hands the lists to src/service-worker.ts as `$offline-code`. Kit builds the worker after the browser's part, so
 * they are written between the two.
 * @returns {import('vite').Plugin}
 */
export function offlineCodePlugin() {
  let server = false;
  return {
    name: 'digitaltreff-offline-code',
    configResolved(config) {
      server = Boolean(config.build.ssr);
      if (!existsSync(written)) write({ app: '', learn: [], club: [], extras: {}, messages: {} });
    },
    writeBundle({ dir }) {
      if (server || !dir) return;
      const manifest = JSON.parse(readFileSync(join(dir, '.vite', 'manifest.json'), 'utf8'));
      write(offlineCode(manifest, (key) => routeBehind(join(root, key))));
    }
  };
}

/** @param {string} node Kit's entry of a page or layout, which names its source */
const routeBehind = (node) => /src\/routes\/[^"']+/.exec(readFileSync(node, 'utf8'))?.[0];

/** @param {OfflineCode} code */
function write(code) {
  mkdirSync(dirname(written), { recursive: true });
  writeFileSync(written, `export const code = ${JSON.stringify(code)};\n`);
}
