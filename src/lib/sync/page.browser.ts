import { inTurn } from './in-turn.browser';
import { syncTag } from './names';
import { isClosing } from './stays-open.browser';
import type { Surroundings } from './surroundings';

const listenLockName = 'digitaltreff.live';

/** The real page around the engine. */
export function pageSurroundings(): Surroundings {
  return {
    isOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState === 'visible',
    isSecure: window.isSecureContext,
    onChange,
    later(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    // Without locks (an insecure address) two tabs may send the same event: the server takes it once.
    alone: (work) => ('locks' in navigator ? inTurn(navigator.locks, work) : work()),
    report: (error) => {
      if (!isClosing(error)) console.error(error);
    },
    sendLater: () => void askForSync(),
    keepData: askOnce()
  };
}

/** Without locks each page listens; the server lets the newest one of a browser stay. */
export function claimListening(work: () => Promise<void>, signal: AbortSignal): void {
  if (!('locks' in navigator)) return void work();
  // Rejected when the page is hidden before its turn has come: then nothing has begun.
  navigator.locks.request(listenLockName, { signal }, work).catch(() => undefined);
}

function onChange(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  document.addEventListener('visibilitychange', listener);
  // A page that "back" brings out of the browser's memory: its timers stood still.
  window.addEventListener('pageshow', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('pageshow', listener);
  };
}

/** Background Sync, where the browser has it: the service worker is woken (deliver.browser.ts). */
async function askForSync(): Promise<void> {
  const registration: unknown = await navigator.serviceWorker?.getRegistration();
  if (!mayWake(registration)) return;
  // A browser or a person may not allow it: then the next page sends.
  await registration.sync.register(syncTag).catch(() => undefined);
}

/** TypeScript's own types do not know Background Sync. */
interface MayWake {
  readonly sync: { register(tag: string): Promise<void> };
}

function mayWake(registration: unknown): registration is MayWake {
  return typeof registration === 'object' && registration !== null && 'sync' in registration;
}

function askOnce(): () => void {
  let asked = false;
  return () => {
    if (asked || !('storage' in navigator) || !('persist' in navigator.storage)) return;
    asked = true;
    // A refusal changes nothing: the data stays until space gets short.
    navigator.storage.persist().catch(() => undefined);
  };
}
