/**
 * The floors of the house (ARCHITECTURE), from the ground. A room imports from floors below its own, never upward,
 * and on its own floor only along an arrow.
 */
export const floors = [
  ['base', 'ui'],
  ['i18n', 'store', 'content'],
  ['sync', 'audit'],
  ['access', 'operator'],
  ['frame'],
  [
    'practice',
    'privacy',
    'club',
    'calendar',
    'learning',
    'attendance',
    'plan',
    'help',
    'reports',
    'pwa',
    'evening',
    'search',
    'family',
    'aid',
    'guides',
    'move'
  ],
  ['rooms'],
  ['upkeep']
];

/**
 * Imports between rooms of one floor. A new arrow is a decision: one line, with its reason.
 * @type {Record<string, string[]>}
 */
export const arrows = {
  content: ['i18n'], // a lesson is written in a language
  access: ['operator'], // the set-up fills in the settings of the operator
  learning: ['practice', 'pwa'], // a step holds a practice; a course can be downloaded
  calendar: ['club'], // it shows the meetings of groups
  reports: ['attendance', 'club', 'learning'], // they count what stands in the lists of groups, and finished lessons
  privacy: ['attendance', 'club'], // who is deleted leaves their groups; a sealed sheet says when they were there
  evening: ['club', 'learning', 'pwa'], // before an evening a device looks at its courses, its club and its app
  help: ['club', 'learning'], // a raised hand belongs to a meeting; who is at which step
  attendance: ['club', 'learning'], // a meeting's list shows its group's members and where they are
  family: ['learning'], // the plan to learn by knows which lessons are finished
  move: ['family'], // what moves is sealed as a family's entries are
  search: ['pwa'], // what can be found is kept on the device
  plan: ['attendance', 'club', 'learning', 'practice'] // lessons of a meeting, who missed it, and its lessons on paper
};

const names = floors.flat();

/** @param {string} room @returns {string[]} the rooms that this one must not import */
function banned(room) {
  const floor = floors.findIndex((one) => one.includes(room));
  const open = new Set([...floors.slice(0, floor).flat(), room, ...(arrows[room] ?? [])]);
  return names.filter((other) => !open.has(other));
}

const browser = {
  message: 'This runs in the browser alone. Only .browser.ts, .svelte.ts and .svelte files may import it.',
  regex: '(\\.browser(\\.ts)?|\\.svelte(\\.ts)?)$|^dexie$|^workbox|^\\$app/(navigation|state)$',
  allowTypeImports: true
};
const server = {
  message: 'This runs on the server alone. Only .server.ts files may import it.',
  regex: '\\.server(\\.ts)?$|^node:|^better-sqlite3$|^drizzle-orm|^\\$env/',
  allowTypeImports: true
};

/** Where a file runs is in its name, and so is what it may import. */
const endings = [
  {
    files: ['**/*.ts'],
    ignores: ['**/*.server.ts', '**/*.browser.ts', '**/*.svelte.ts', '**/*.test.ts'],
    walls: [browser, server]
  },
  { files: ['**/*.server.ts'], walls: [browser] },
  { files: ['**/*.browser.ts', '**/*.svelte.ts', '**/*.svelte'], walls: [server] },
  { files: ['**/*.test.ts'], walls: [] }
];

/**
 * One ESLint block for each room and kind of file.
 * @param {string} [root] the folder of the rooms; the walls' own tests have another
 */
export function walls(root = 'src/lib') {
  return names.flatMap((room) => {
    const others = banned(room).join('|');
    const wall = {
      message: `${room} must not know this room: floors and arrows stand in eslint.walls.js.`,
      regex: `^(\\$lib|\\.\\.(/\\.\\.)*)/(${others})(/|\\.ts$|$)`
    };
    return endings.map(({ files, ignores = [], walls: kinds }) => ({
      files: files.map((pattern) => (room === 'rooms' ? `${root}/rooms.ts` : `${root}/${room}/${pattern}`)),
      ignores,
      rules: { 'no-restricted-imports': ['error', { patterns: others === '' ? kinds : [...kinds, wall] }] }
    }));
  });
}
