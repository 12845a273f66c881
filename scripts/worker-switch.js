import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const flagFile = 'worker-off';

/**
 * What tablets get instead of the app's service worker while that is switched off. It takes over at once, clears what
 * the worker kept of the app, takes itself out of the browser and loads its pages anew, now from the server. Loaded
 * courses (caches `course-…`) and all that people did (IndexedDB) stay.
 */
const offWorker = `self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) { event.waitUntil(leave()); });
async function leave() {
  var names = await caches.keys();
  await Promise.all(names.filter(function (name) { return name.indexOf('course-') !== 0; }).map(function (name) { return caches.delete(name); }));
  await self.registration.unregister();
  var pages = await self.clients.matchAll({ type: 'window' });
  pages.forEach(function (page) { page.navigate(page.url).catch(function () {}); });
}
`;

/** @param {string} dataDir @returns {boolean} whether the operator has switched the worker off */
export const isWorkerOff = (dataDir) => existsSync(join(dataDir, flagFile));

/**
 * Switches the worker of all tablets off or on. Each takes it at its next page; the server needs no restart.
 * @param {string} dataDir
 * @param {boolean} off
 */
export function switchWorker(dataDir, off) {
  const file = join(dataDir, flagFile);
  if (off) writeFileSync(file, `${new Date().toISOString()}\n`);
  else rmSync(file, { force: true });
}

/**
 * Answers the request for the worker's script while it is switched off.
 * @param {string} path
 * @param {string} dataDir
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether it has been answered
 */
export function answerOffWorker(path, dataDir, response) {
  if (path !== '/service-worker.js' || !isWorkerOff(dataDir)) return false;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/javascript');
  response.end(offWorker);
  return true;
}
