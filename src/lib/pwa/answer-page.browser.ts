import { helpAddress } from '../content/for-parents/help';
import { guidesAddress } from '../content/guide';
import type { Locale } from '../i18n/locales';
import { courseAddress, sameLesson } from './kept-content';
import { addressOf, fallbackAddress, shellAddress, type Address } from './address';
import { lessonsOnDevice } from './answer-content.browser';
import { familyExtras, keepAnsweredDocument } from './keep.browser';
import { appCache, readMemory, type WorkerWorld } from './kept.browser';
import { within } from './within.browser';

/** After this, a page says what the device has instead of staying white. */
const patienceMs = 8000;
/** For pages whose kept copy is nearly as good. */
const shortPatienceMs = 3000;
/** For pages of the office: the device has nothing of them. */
const longPatienceMs = 30_000;

/** Answers of a proxy whose server is away: for the reader that is the same as no network. */
const awayStatus = new Set([502, 503, 504]);

interface Navigation {
  request: Request;
  /** Keeps the worker alive until a page is kept. */
  afterwards: (work: Promise<unknown>) => void;
}

/** A page: from the device at once where it is there, else from the network, else what is on the device. */
export async function answerPage(world: WorkerWorld, { request, afterwards }: Navigation): Promise<Response> {
  const { pathname } = new URL(request.url);
  const address = addressOf(pathname);
  if (address.kind === 'root') return answerRoot(world, request);
  const onDevice =
    address.kind !== 'public' && address.kind !== 'server' ? await fromDevice(world, address, pathname) : undefined;
  if (onDevice) return onDevice;
  const fresh = await within(patienceFor(address), world.fetch(request));
  if (fresh && !awayStatus.has(fresh.status)) {
    if (fresh.ok && !fresh.redirected && world.prerendered.has(pathname))
      afterwards(keepAnsweredDocument(world, pathname, fresh.clone()));
    return fresh;
  }
  const kept = await world.caches.match(pathname, { cacheName: appCache(world.version) });
  return kept ?? (await fallback(world, address, request.url)) ?? fresh ?? Response.error();
}

function patienceFor({ kind }: Address): number {
  if (kind === 'public') return shortPatienceMs;
  return kind === 'server' ? longPatienceMs : patienceMs;
}

/** The bare address leads to the language used last. */
async function answerRoot(world: WorkerWorld, request: Request): Promise<Response> {
  const fresh = await within(shortPatienceMs, world.fetch(request));
  if (fresh && !awayStatus.has(fresh.status)) return fresh;
  const locale = await openableLanguage(world);
  return locale ? Response.redirect(new URL(`/${locale}`, request.url), 302) : (fresh ?? Response.error());
}

/** The document itself, where this version keeps it; else the shell, where the device has what it will ask for. */
async function fromDevice(world: WorkerWorld, address: AppAddress, pathname: string): Promise<Response | undefined> {
  const cacheName = appCache(world.version);
  const document = await world.caches.match(pathname, { cacheName });
  if (document) return document;
  const shell = await world.caches.match(shellAddress(address.locale), { cacheName });
  return shell && (await hasData(world, address)) ? shell : undefined;
}

type AppAddress = Extract<Address, { kind: 'app' | 'family' | 'guides' | 'help' | 'club' | 'course' | 'lesson' }>;

async function hasData(world: WorkerWorld, address: AppAddress): Promise<boolean> {
  if (address.kind === 'app') return true;
  if (address.kind === 'family') {
    const { extras } = await readMemory(world);
    return familyExtras(address.locale).every((name) => extras.includes(name));
  }
  if (address.kind === 'guides') return (await world.caches.match(guidesAddress(address.locale))) !== undefined;
  if (address.kind === 'help') return (await world.caches.match(helpAddress(address.locale))) !== undefined;
  if (address.kind === 'club') return (await readMemory(world)).club;
  const list = await world.caches.match(courseAddress({ id: address.course, locale: address.locale }));
  if (!list || address.kind === 'course') return list !== undefined;
  const file = `/content/${address.locale}/lessons/${address.lesson}.any.json`;
  return sameLesson(file, await lessonsOnDevice(world, address.locale)) !== undefined;
}

/** A way on: the shell of the wanted language, or of one that opens, which lists what the device has. */
async function fallback(world: WorkerWorld, address: Address, wanted: string): Promise<Response | undefined> {
  const locale = await openableLanguage(world, 'locale' in address ? address.locale : undefined);
  const { pathname, search } = new URL(wanted);
  return locale && Response.redirect(new URL(fallbackAddress(locale, pathname + search), wanted), 302);
}

async function openableLanguage(world: WorkerWorld, wanted?: Locale): Promise<Locale | undefined> {
  const { locale, locales } = await readMemory(world);
  for (const one of [wanted, locale, ...locales])
    if (one && (await world.caches.match(shellAddress(one), { cacheName: appCache(world.version) }))) return one;
  return undefined;
}

/** The data of a public page, asked for by a tap on its link: from the network, else as last heard. */
export async function answerPublicData(world: WorkerWorld, request: Request): Promise<Response> {
  const fresh = await within(shortPatienceMs, world.fetch(request));
  if (fresh?.ok) return fresh;
  const kept = await world.caches.match(new URL(request.url).pathname, { cacheName: appCache(world.version) });
  return kept ?? fresh ?? Response.error();
}
