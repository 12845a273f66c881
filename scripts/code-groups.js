/** Everything of ours that two pages may share. */
const ours = /~icons|\/src\/lib\/(?!i18n\/messages\/)/;
/** The frame of all pages but the player's. */
const frame = /\/src\/lib\/(ui\/(Brand|Footer|Header|PageShell)|frame\/SitePage)/;
/** What many other pages need besides. */
const often = /~icons|\/src\/lib\/i18n\/(fields|format)/;
/** The parts that pages are made of. They import nothing but each other. */
const parts = /\/src\/lib\/ui\//;
/** The one page whose weight is counted: a learner's first (ARCHITECTURE.md, budgets). What comes with every start counts, too. */
const lesson =
  /\/courses\/\[course\]\/\[lesson\]\/\+page\.(svelte|ts)$|\/src\/routes\/(\[locale=locale\]\/)?\+layout\.(svelte|ts)$|\/src\/(hooks\.client\.ts|routes\/\+error\.svelte)$/;
/** The page that a trainer opens in the room, on any phone: its time to the first view is counted, too. */
const meeting = /\/\(club\)\/club\/meetings\/\[meeting\]\/\+page\.(svelte|ts)$|\/\(club\)\/\+layout\.(svelte|ts)$/;
/** The engine and its rooms: a page loads them with the first deed, and the club's at once. */
const engine = /\/src\/lib\/(sync\/open\.browser|rooms)\.ts$/;
const club = /\/src\/routes\/\[locale=locale\]\/\(club\)\//;
const clubOrEngine = new RegExp(`${club.source}|${engine.source}`);

/** @typedef {{ getModuleInfo: (id: string) => { importers: readonly string[] } | null }} Graph */

/** Some chain of static imports leads from the lesson's page to this module. @param {string} id @param {Graph} graph */
export const neededInLesson = (id, graph) => isNeededBy(lesson, id, graph);

/** Some chain leads from the meeting's page, and none from outside the club's. @param {string} id @param {Graph} graph */
export const neededInRoomOnly = (id, graph) => isNeededBy(meeting, id, graph) && !isNeededOutside(club, id, graph);

/** @param {RegExp} pages @param {string} id @param {Graph} graph @param {Set<string>} [seen] @returns {boolean} */
function isNeededBy(pages, id, graph, seen = new Set()) {
  if (pages.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return importersOf(id, graph).some((importer) => isNeededBy(pages, importer, graph, seen));
}

/** @param {RegExp} pages @param {string} id @param {Graph} graph @param {Set<string>} [seen] @returns {boolean} */
function isNeededOutside(pages, id, graph, seen = new Set()) {
  if (pages.test(id) || seen.has(id)) return false;
  seen.add(id);
  const importers = importersOf(id, graph);
  return importers.length === 0 || importers.some((importer) => isNeededOutside(pages, importer, graph, seen));
}

/** @param {string} id @param {Graph} graph */
const importersOf = (id, graph) => graph.getModuleInfo(id)?.importers ?? [];

/** @param {string} name @param {(id: string, graph: Graph) => boolean} belongs */
const group = (name, belongs) => ({
  name: (/** @type {string} */ id, /** @type {Graph} */ graph) => (belongs(id, graph) ? name : null),
  debugName: name,
  test: ours,
  minShareCount: 2
});

/** Some chain leads from the engine, and none from other pages than the club's. @param {string} id @param {Graph} graph */
export const neededInEngineOnly = (id, graph) =>
  isNeededBy(engine, id, graph) && !isNeededOutside(clubOrEngine, id, graph);

/** The engine needs it, and pages need it that do without the engine. @param {string} id @param {Graph} graph */
const neededByBoth = (id, graph) => isNeededBy(engine, id, graph) && isNeededOutside(clubOrEngine, id, graph);

/**
 * What pages share comes in few files instead of one for each piece: a request costs more than an icon's bytes, and
 * many small files pack badly. `shared` is what a lesson needs before it can be used, so it holds nothing else; `site`
 * and `often` are what most other pages need besides; `engine` is the database's code, `room` what only the club's
 * pages share. What fewer pages need stays where it is needed. A group takes along what its parts import, so what
 * others need of it stands in a group before: a practice checks its scene as the engine checks an event, and needs
 * nothing else of it.
 */
export const codeGroups = [
  group('shared', neededInLesson),
  { name: 'kit', test: /@sveltejs\/kit\/src\/runtime\/(client\/entry|app\/(navigation|state\/index))\.js/ },
  { name: 'checks', test: /node_modules\/valibot\// },
  { name: 'site', test: frame, minShareCount: 6 },
  { name: 'often', test: often, minShareCount: 6 },
  { ...group('forms', (id, graph) => isNeededBy(meeting, id, graph)), test: parts, minShareCount: 6 },
  group('events', neededByBoth),
  group('engine', neededInEngineOnly),
  group('room', neededInRoomOnly)
];
