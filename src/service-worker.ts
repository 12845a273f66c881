/// <reference lib="webworker" />
import { prerendered, version } from '$service-worker';
import { code } from '$offline-code';
import { clientsClaim } from 'workbox-core';
import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import type { Locale } from '$lib/i18n/locales';
import { courseCache, courseOfCache, lessonAddress, visitedCache } from '$lib/pwa/kept-content';
import { addressOf, type Address } from '$lib/pwa/address';
import { answerLesson, answerList } from '$lib/pwa/answer-content.browser';
import { answerPage, answerPublicData } from '$lib/pwa/answer-page.browser';
import {
  familyExtras,
  keepApp,
  keepClub,
  keepDocument,
  keepGuides,
  keepLanguage,
  keepLesson,
  keepExtras,
  keepHelp,
  keepPublicPages,
  OtherVersion,
  type LessonPage
} from '$lib/pwa/keep.browser';
import {
  clearOldVersions,
  codeCache,
  pictureCache,
  readMemory,
  remember,
  type WorkerWorld
} from '$lib/pwa/kept.browser';
import { messageOf } from '$lib/pwa/message';
import { deliver, deliverAfterPages } from '$lib/sync/deliver.browser';
import { httpTransport } from '$lib/sync/http-transport.browser';
import { databaseName, syncTag } from '$lib/sync/names';

declare const self: ServiceWorkerGlobalScope;

const world: WorkerWorld = {
  version,
  code,
  prerendered: new Set(prerendered),
  caches: self.caches,
  now: () => Date.now(),
  fetch: (address, init) => fetch(address, init)
};

// Install: the files of learners' pages, and each language in use. Lessons come when somebody opens or loads them.

self.addEventListener('install', (event) => {
  event.waitUntil(
    Promise.all([languagesInUse(), keepApp(world)]).then(async ([locales]) => {
      const { club, extras } = await readMemory(world);
      await keepExtras(world);
      for (const locale of locales) {
        await keepLanguage(world, locale);
        if (club) await keepClub(world, locale);
        if (extras.includes('help')) await keepHelp(world, locale);
      }
      await keepWantedGuides(locales);
    })
  );
});

/** Guides are wanted from the day on which one was opened, or a course was loaded that leads to one. */
async function keepWantedGuides(locales: Iterable<Locale>): Promise<void> {
  const { extras } = await readMemory(world);
  if (extras.includes('guides')) for (const locale of locales) await keepGuides(world, locale);
}

async function languagesInUse(): Promise<Set<Locale>> {
  const { locales } = await readMemory(world);
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.map(({ url }) => addressOf(new URL(url).pathname));
  const loaded = (await self.caches.keys()).map(courseOfCache);
  return new Set([
    ...locales,
    ...[...open, ...loaded].flatMap((one) => (one && 'locale' in one && one.locale ? [one.locale] : []))
  ]);
}

clientsClaim();
self.addEventListener('activate', (event) => event.waitUntil(inTurn(() => clearOldVersions(world))));

// Messages of the pages: one after another, so that two pages do not overwrite each other's memory.

let turn = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work).catch(giveUpQuietly);
  return turn;
}

/** What could not be kept now is kept at the next visit. Where the server has moved on, so should this worker. */
async function giveUpQuietly(reason: unknown): Promise<void> {
  if (reason instanceof OtherVersion) await self.registration.update().catch(() => undefined);
}

self.addEventListener('message', (event) => {
  const message = messageOf(event.data);
  if (message?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  else if (message?.type === 'keep-extras') event.waitUntil(inTurn(() => keepAskedExtras(event.ports)));
  else if (message?.type === 'visit') event.waitUntil(inTurn(() => keepVisit(message.path)));
});

async function keepAskedExtras(ports: readonly MessagePort[]): Promise<void> {
  let kept = false;
  try {
    await keepExtras(world);
    await keepWantedGuides(await languagesInUse());
    kept = true;
  } finally {
    for (const port of ports) port.postMessage(kept);
  }
}

async function keepVisit(path: string): Promise<void> {
  const address = addressOf(path);
  if (!('locale' in address) || !address.locale) return;
  const { locale } = address;
  const memory = await readMemory(world);
  await keepLanguage(world, locale);
  await remember(world, { locale, locales: [...new Set([...memory.locales, locale])] });
  if (address.kind === 'lesson') await keepOpenedLesson(address);
  else if (address.kind === 'family') await keepExtras(world, familyExtras(locale));
  else await keepExtras(world, address.kind === 'guides' ? ['guides'] : []);
  await keepWantedGuides([locale]);
  if (address.kind === 'club' || memory.club) await keepClub(world, locale);
  if (!(await isLoaded(address)) && !(await self.caches.match(path)) && world.prerendered.has(path))
    await keepDocument(world, path);
  await keepPublicPages(world, locale);
  await keepHelp(world, locale);
}

/** The pages of a loaded course open with the shell: after an update nothing of it is fetched again. */
async function isLoaded(address: Address): Promise<boolean> {
  const { kind } = address;
  return (
    (kind === 'course' || kind === 'lesson') &&
    self.caches.has(courseCache({ id: address.course, locale: address.locale }))
  );
}

const visited = new CacheExpiration(visitedCache, { maxEntries: 60 });

async function keepOpenedLesson(address: LessonPage): Promise<void> {
  const file = await keepLesson(world, address);
  if (file === undefined) return;
  await visited.updateTimestamp(new URL(file, self.location.origin).href);
  await visited.expireEntries();
}

// Woken by the browser (Background Sync) when a page could not send what waits.

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === syncTag)
    event.waitUntil(deliverAfterPages(self.navigator.locks, () => deliver(databaseName, httpTransport('/api/sync'))));
});

/** TypeScript's own types do not know Background Sync. */
function isSync(event: Event): event is ExtendableEvent & { tag: unknown } {
  return 'tag' in event && event instanceof ExtendableEvent;
}

// Answers. A course that is being loaded asks past the worker (header `x-download`): it wants today's files.

const own = (url: URL): boolean => url.origin === self.location.origin;
const isDownload = (request: Request): boolean => request.headers.has('x-download');

registerRoute(
  ({ url }) => own(url) && url.pathname.startsWith('/_app/immutable/'),
  new CacheFirst({ cacheName: codeCache })
);
registerRoute(
  ({ url, request }) => own(url) && !isDownload(request) && lessonAddress(url.pathname) !== undefined,
  ({ url }) => answerLesson(world, url.pathname)
);
registerRoute(
  ({ url, request }) => own(url) && !isDownload(request) && /^\/content\/[\w-]+\/[\w-]+\.json$/.test(url.pathname),
  ({ url }) => answerList(world, url.pathname)
);
const drawings = new CacheFirst({ cacheName: pictureCache, plugins: [new ExpirationPlugin({ maxEntries: 400 })] });
registerRoute(
  ({ url, request }) => own(url) && !isDownload(request) && /^\/(pictures|icons)\/[\w-]+\.svg$/.test(url.pathname),
  async ({ url, request, event }) => (await self.caches.match(url.pathname)) ?? drawings.handle({ request, event })
);
registerRoute(
  ({ url }) =>
    own(url) &&
    url.pathname.endsWith('/__data.json') &&
    addressOf(url.pathname.replace('/__data.json', '')).kind === 'public',
  ({ request }) => answerPublicData(world, request)
);
registerRoute(
  ({ request, url }) => own(url) && request.mode === 'navigate',
  ({ request, event }) => answerPage(world, { request, afterwards: (work) => event.waitUntil(work) })
);
