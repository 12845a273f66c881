import type { WorkerWorld } from '../../src/lib/pwa/kept.browser';
import { memoryCaches, tableNetwork } from './caches';

interface Wanted {
  version?: string;
  /** What the server answers, by path. A document of this version names its app file: see `aDocument`. */
  server?: Parameters<typeof tableNetwork>[0];
  caches?: CacheStorage;
  prerendered?: string[];
}

/** A document as version `version` of the app serves it. */
export const aDocument = (version: string, words: string): string =>
  `<script src="/app.${version}.js"></script>${words}`;

/** What the service worker works on, with caches in memory and a server from a table. */
export function aWorker({ version = '1', server = {}, caches = memoryCaches(), prerendered = [] }: Wanted = {}) {
  const { fetch, asked } = tableNetwork(server);
  const world: WorkerWorld = {
    version,
    code: {
      app: `/app.${version}.js`,
      learn: [`/app.${version}.js`],
      club: [`/club.${version}.js`],
      extras: {
        chat: [`/chat.${version}.js`],
        sensor: [`/sensor.${version}.js`],
        'du/de': [`/du.${version}.js`]
      },
      messages: { de: { base: [`/de-base.${version}.js`], club: [`/de-club.${version}.js`] } }
    },
    prerendered: new Set(prerendered),
    caches,
    now: () => Date.parse('2026-11-24T10:00:00Z'),
    fetch
  };
  return { world, asked };
}

/** No network at all. */
export const noNetwork = (): never => {
  throw new TypeError('Failed to fetch');
};
