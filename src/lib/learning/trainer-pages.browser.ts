import { trainerPagesAddress, type CourseTrainerPages } from '../content/trainer-page';
import { courseOfCache, trainerCache, type CourseKey } from '../pwa/kept-content';
import { within } from '../pwa/within.browser';

/** The parts of the browser that pages for trainers use. Without a cache they are read from the server alone. */
export interface TrainerPagesWorld {
  caches: CacheStorage | undefined;
  fetch: typeof fetch;
}

/** The browser's own. */
export const trainerPagesWorld = (): TrainerPagesWorld => ({
  caches: 'caches' in globalThis ? globalThis.caches : undefined,
  fetch: (...request) => globalThis.fetch(...request)
});

/** Laid into the cache on a trainer's own device: from then on a loaded course brings its pages for trainers along. */
const trainerMark = '/trainer';

/** So long a page that is kept waits for today's: bad Wi-Fi must not look like a frozen plan. */
const patienceMs = 3000;
const longPatienceMs = 20_000;

/**
 * A course's pages for trainers: today's, which are kept from then on, else as this device last had them. None where the
 * course has no such pages; undefined where they are not on this device and the server cannot be reached.
 */
export async function trainerPagesOf(
  { caches, fetch }: TrainerPagesWorld,
  course: CourseKey
): Promise<CourseTrainerPages | undefined> {
  const address = trainerPagesAddress(course);
  const kept = await caches?.match(address, { cacheName: trainerCache });
  const fresh = await within(kept ? patienceMs : longPatienceMs, fetch(address));
  if (fresh?.status === 404) return {};
  if (!fresh?.ok) return kept?.json();
  // A full device keeps nothing more: the page is read all the same.
  await put(caches, address, fresh.clone()).catch(() => undefined);
  // The file comes from our own build, whose checker has read it: its shape is trusted here.
  return fresh.json();
}

async function put(caches: CacheStorage | undefined, address: string, answer: Response): Promise<void> {
  await (await caches?.open(trainerCache))?.put(address, answer);
}

/** Called where trainers work at their own device: the courses that are loaded to it get their pages, and later ones, too. */
export async function keepForTrainer({ caches, fetch }: TrainerPagesWorld): Promise<void> {
  if (!caches) return;
  await put(caches, trainerMark, new Response(''));
  for (const name of await caches.keys()) {
    const course = courseOfCache(name);
    const isKept = course && (await caches.match(trainerPagesAddress(course), { cacheName: trainerCache }));
    if (course && !isKept) await keepBesideCourse({ caches, fetch }, course);
  }
}

/** Called when a course was loaded: on a trainer's own device, and on no other, its pages for trainers come along. */
export async function keepBesideCourse({ caches, fetch }: TrainerPagesWorld, course: CourseKey): Promise<void> {
  if (!(await caches?.match(trainerMark, { cacheName: trainerCache }))) return;
  const address = trainerPagesAddress(course);
  const answer = await within(longPatienceMs, fetch(address));
  if (answer?.ok) await put(caches, address, answer);
}
