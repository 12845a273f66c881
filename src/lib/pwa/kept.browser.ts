import type { OfflineCode } from '../../../scripts/offline-code.js';
import { isLocale, type Locale } from '../i18n/locales';

/** What the worker works on: handed in, so that its rules can be tried without a browser. */
export interface WorkerWorld {
  version: string;
  code: OfflineCode;
  /** Paths of the documents that the build made. */
  prerendered: ReadonlySet<string>;
  caches: CacheStorage;
  /** UTC milliseconds. */
  now: () => number;
  fetch: (address: string | Request, init?: RequestInit) => Promise<Response>;
}

/** Files that are named by their content: kept over versions of the app. */
export const codeCache = 'code';
export const pictureCache = 'pictures';
const memoryCache = 'memory';
const memoryAddress = '/memory';

/** What belongs to one version: documents and lists of courses. */
export const appCache = (version: string): string => `app-${version}`;

/** What the worker must know again after the browser stopped it. */
export interface Memory {
  /** The language used last: the bare address leads there. */
  locale?: Locale;
  /** Languages whose pages open offline. */
  locales: Locale[];
  /** Whether this device is used in the room, so that its pages are kept, too. */
  club: boolean;
  /** What opened lessons and loaded courses need besides: names of `OfflineCode.extras`. */
  extras: string[];
  /** The files of the version in use: a page that is still open may need them after an update. */
  code: string[];
}

export async function readMemory(world: WorkerWorld): Promise<Memory> {
  const stored = await world.caches.match(memoryAddress, { cacheName: memoryCache });
  const told: Partial<Record<keyof Memory, unknown>> = stored ? await stored.json() : {};
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const texts = (value: unknown): string[] => list(value).filter((one) => typeof one === 'string');
  return {
    ...(isLocale(told.locale) ? { locale: told.locale } : {}),
    locales: list(told.locales).filter(isLocale),
    club: told.club === true,
    extras: texts(told.extras),
    code: texts(told.code)
  };
}

/** Changes the memory. Callers take turns, so that none overwrites another. */
export async function remember(world: WorkerWorld, change: Partial<Memory>): Promise<void> {
  const cache = await world.caches.open(memoryCache);
  await cache.put(memoryAddress, new Response(JSON.stringify({ ...(await readMemory(world)), ...change })));
}

/** The paths of everything in a cache, in the order in which it came. */
export async function pathsIn(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}

/** All files of this version that the worker keeps or may keep. */
const codeOf = ({ learn, club, extras, messages }: OfflineCode): string[] => [
  ...learn,
  ...club,
  ...Object.values(extras).flat(),
  ...Object.values(messages).flatMap((groups) => Object.values(groups).flat())
];

/** Clears what older versions left, but for the files of the version before: one of its pages may still be open. */
export async function clearOldVersions(world: WorkerWorld): Promise<void> {
  for (const name of await world.caches.keys())
    if (name.startsWith('app-') && name !== appCache(world.version)) await world.caches.delete(name);
  const mine = codeOf(world.code);
  const { code: before } = await readMemory(world);
  const wanted = new Set([...mine, ...before]);
  const cache = await world.caches.open(codeCache);
  for (const path of await pathsIn(cache)) if (!wanted.has(path)) await cache.delete(path);
  await remember(world, { code: mine });
}
