/** Everything of ours that two pages may share. */
const ours = /~icons|\/src\/lib\/(?!i18n\/messages\/)/;
/** The frame of all pages but the player's. The page of errors needs no more, and comes with every page. */
const frame = /\/src\/lib\/(ui\/(Brand|Footer|Header|PageShell)|frame\/SitePage)/;
/** What many other pages need besides. */
const often = /~icons|\/src\/lib\/i18n\/(fields|format)/;
/** The one page whose weight is counted: a learner's first (ARCHITECTURE.md, budgets). Its layouts come with it. */
const lesson =
  /\/courses\/\[course\]\/\[lesson\]\/\+page\.(svelte|ts)$|\/src\/routes\/(\[locale=locale\]\/)?\+layout\.(svelte|ts)$/;

/** @typedef {{ getModuleInfo: (id: string) => { importers: readonly string[] } | null }} Graph */

/**
 * Some chain of static imports leads from the lesson's page to this module.
 * @param {string} id @param {Graph} graph @param {Set<string>} [seen] @returns {boolean}
 */
export function neededInLesson(id, graph, seen = new Set()) {
  if (lesson.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => neededInLesson(importer, graph, seen));
}

/**
 * What pages share comes in three files instead of one for each piece: a request costs more than an icon's bytes, and
 * many small files pack badly. `shared` is what a lesson needs before it can be used, so it holds nothing else; `site`
 * and `often` are what most other pages need besides. What fewer pages need stays where it is needed.
 */
export const codeGroups = [
  {
    name: (/** @type {string} */ id, /** @type {Graph} */ graph) => (neededInLesson(id, graph) ? 'shared' : null),
    debugName: 'shared',
    test: ours,
    minShareCount: 2
  },
  { name: 'site', test: frame, minShareCount: 6 },
  { name: 'often', test: often, minShareCount: 6 }
];
