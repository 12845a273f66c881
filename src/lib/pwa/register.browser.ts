import { Workbox } from 'workbox-window';
import { courseOfCache } from './kept-content';
import type { AppUpdate } from './app-update.svelte';
import type { PageMessage } from './message';

const hourMs = 3_600_000;

/** Tells the worker where somebody is, so that it keeps that page for the time without a network. */
export type TellVisit = (path: string) => void;

/**
 * Starts the service worker, unless the person saves data and has loaded no course. Call it when the page is at rest:
 * the worker's first fetches come on top of the page's.
 * @returns undefined where this browser or this address can't keep anything
 */
export async function startWorker(update: AppUpdate): Promise<TellVisit | undefined> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return undefined;
  if (await isUnwanted()) return undefined;
  const worker = new Workbox('/service-worker.js', { updateViaCache: 'none' });
  worker.addEventListener('waiting', () => update.offer(() => worker.messageSkipWaiting()));
  worker.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) update.taken();
  });
  try {
    await worker.register({ immediate: true });
  } catch {
    // Not allowed here (a private window), or the server is away: learning goes on without it.
    return undefined;
  }
  lookForUpdates(worker);
  return (path) => {
    void navigator.serviceWorker.ready.then(({ active }) => {
      active?.postMessage({ type: 'visit', path } satisfies PageMessage);
    });
  };
}

async function isUnwanted(): Promise<boolean> {
  if (!savesData()) return false;
  if (await navigator.serviceWorker.getRegistration()) return false;
  return !(await caches.keys()).some(courseOfCache);
}

/** "Save data" in the browser's settings; only Chromium tells. */
function savesData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true
  );
}

/** A club tablet stays on one page for weeks: it asks for a new version when somebody takes it up again. */
function lookForUpdates(worker: Workbox): void {
  let lookedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - lookedAt < hourMs) return;
    lookedAt = performance.now();
    void worker.update().catch(() => undefined);
  });
}
