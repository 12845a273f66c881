import type { PageMessage } from './message';
import { within } from './within.browser';

/** On a bad network a practice's code takes its time; a worker that hangs answers never. */
const mostMs = 60_000;

/**
 * Asks the worker to keep what the lessons of all courses on this device need besides (`OfflineCode.extras`).
 * @returns false where it tried and could not. True where there is no worker: the one that comes later does it by itself.
 */
export async function askForExtras(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return true;
  const worker = (await navigator.serviceWorker.getRegistration())?.active;
  if (!worker) return true;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<boolean>((done) => {
    port1.onmessage = ({ data }) => done(data === true);
  });
  worker.postMessage({ type: 'keep-extras' } satisfies PageMessage, [port2]);
  return (await within(mostMs, answer)) === true;
}
