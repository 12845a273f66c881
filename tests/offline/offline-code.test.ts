import { expect, it } from 'vitest';
import { offlineCode } from '../../scripts/offline-code.js';

const nodes = '.svelte-kit/generated/client-optimized/nodes';
const routes: Record<string, string> = {
  [`${nodes}/0.js`]: 'src/routes/+layout.svelte',
  [`${nodes}/1.js`]: 'src/routes/[locale=locale]/(learn)/courses/+page.svelte',
  [`${nodes}/2.js`]: 'src/routes/[locale=locale]/(club)/club/+page.svelte',
  [`${nodes}/3.js`]: 'src/routes/[locale=locale]/(staff)/office/+page.svelte',
  [`${nodes}/4.js`]: 'src/routes/[locale=locale]/(learn)/parts/+page.svelte',
  [`${nodes}/5.js`]: 'src/routes/[locale=locale]/(learn)/family/+page.svelte',
  [`${nodes}/6.js`]: 'src/routes/[locale=locale]/(learn)/games/[card]/+page.svelte',
  [`${nodes}/7.js`]: 'src/routes/[locale=locale]/(learn)/guides/[guide]/+page.svelte'
};
const screenOf = (kind: string) => `src/lib/practice/${kind}/Screen.svelte`;
const page = (number: number) => ({ [`${nodes}/${number}.js`]: { file: `page-${number}.js`, imports: ['shared'] } });
const manifest = {
  'node_modules/@sveltejs/kit/src/runtime/client/entry.js': { file: 'start.js', imports: ['shared'] },
  '.svelte-kit/generated/client-optimized/app.js': {
    file: 'app.js',
    dynamicImports: [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `${nodes}/${number}.js`)
  },
  ...page(0),
  ...page(2),
  ...page(3),
  ...page(4),
  ...page(5),
  ...page(6),
  ...page(7),
  [`${nodes}/1.js`]: {
    file: 'page-1.js',
    imports: ['shared'],
    dynamicImports: ['practice', 'src/lib/i18n/familiar.ts', ...['chat', 'sensor'].map(screenOf)],
    css: ['page-1.css']
  },
  [screenOf('chat')]: { file: 'chat.js', imports: ['shared', 'looks'] },
  looks: { file: 'chat-looks.js' },
  [screenOf('sensor')]: { file: 'sensor.js' },
  'src/lib/practice/sensor/MapScreen.svelte': { file: 'sensor-map.js' },
  shared: {
    file: 'shared.js',
    dynamicImports: [screenOf('sensor'), 'src/lib/i18n/messages/de/base.ts', 'src/lib/i18n/messages/de/office.ts']
  },
  'src/lib/i18n/familiar.ts': {
    file: 'familiar.js',
    dynamicImports: ['src/lib/i18n/messages/de/du/learning.json', 'src/lib/i18n/messages/de/du/practice.json']
  },
  'src/lib/i18n/messages/de/du/learning.json': { file: 'du-learning.js' },
  'src/lib/i18n/messages/de/du/practice.json': { file: 'du-practice.js' },
  practice: { file: 'practice.js', assets: ['font-latin.woff2', 'font-latin-ext.woff2', 'font-cyrillic.woff2'] },
  'src/lib/i18n/messages/de/base.ts': { file: 'de-base.js' },
  'src/lib/i18n/messages/de/family.ts': { file: 'de-family.js' },
  'src/lib/i18n/messages/de/office.ts': { file: 'de-office.js' },
  'src/lib/i18n/messages/uk/base.ts': { file: 'uk-base.js' },
  'src/lib/i18n/messages/uk/family.ts': { file: 'uk-family.js' }
};

it("sorts the app's files by who needs them: learners, the room, a practice, a lesson that says du, guides, help, a language; nobody the office's", () => {
  expect(offlineCode(manifest, (key) => routes[key])).toEqual({
    app: '/app.js',
    learn: [
      '/app.js',
      '/familiar.js',
      '/font-latin.woff2',
      '/page-0.js',
      '/page-1.css',
      '/page-1.js',
      '/practice.js',
      '/shared.js',
      '/start.js'
    ],
    club: ['/page-2.js'],
    extras: {
      chat: ['/chat-looks.js', '/chat.js'],
      sensor: ['/sensor-map.js', '/sensor.js'],
      'du/de': ['/du-learning.js', '/du-practice.js'],
      family: ['/de-family.js', '/page-5.js'],
      'family/uk': ['/uk-family.js'],
      guides: ['/page-7.js'],
      help: ['/page-6.js']
    },
    messages: {
      de: { base: ['/de-base.js'], family: ['/de-family.js'], office: ['/de-office.js'] },
      uk: { base: ['/uk-base.js'], family: ['/uk-family.js'], font: ['/font-cyrillic.woff2'] }
    }
  });
});
