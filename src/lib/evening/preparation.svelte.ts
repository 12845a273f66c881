import type { CourseFile } from '$lib/content/lesson';
import type { DownloadFacts } from '$lib/learning/downloads';
import { downloadCourse, downloadWorld, factsOnDevice, type DownloadProblem } from '$lib/learning/downloads.browser';
import { spaceOnDevice } from '$lib/learning/space.browser';
import { appUpdate } from '$lib/pwa/app-update.svelte';
import type { Engine } from '$lib/sync/engine.browser';
import { versionAtServer } from './version.browser';

interface Wanted {
  readonly engine: Engine;
  /** the courses of the device's groups; nothing for one that cannot be reached */
  courses(this: void): Promise<readonly (CourseFile | undefined)[]>;
}

/** A course with how far it is loaded. */
interface Loaded {
  readonly course: CourseFile;
  readonly facts: DownloadFacts;
}

/** What a device finds out about itself before an evening, and what its keys do about it. */
export class Preparation {
  /** how far the courses are loaded; undefined: not asked yet, or out of reach */
  courses = $state.raw<readonly Loaded[]>();
  freeBytes = $state<number>();
  version = $state<'current' | 'newer'>();
  /** UTC milliseconds by the device's clock: when all of this was found out */
  lookedAt = $state<number>();
  isLooking = $state(false);
  isLoading = $state(false);
  isTaking = $state(false);
  problem = $state<DownloadProblem>();
  readonly #wanted: Wanted;
  readonly #stop = new AbortController();

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  /** Looks at everything anew. Without a network, what only the server knows stays unknown. */
  async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    await this.#wanted.engine.exchange();
    [this.version] = await Promise.all([versionAtServer(), this.#lookAtCourses(), this.#lookAtSpace()]);
    this.lookedAt = Date.now();
    this.isLooking = false;
  }

  /** Loads what is missing of the courses, one after another. What is there stays, whatever happens. */
  async load(): Promise<void> {
    const world = downloadWorld();
    if (!world || this.isLoading) return;
    this.isLoading = true;
    this.problem = undefined;
    void navigator.storage?.persist?.();
    for (const { course } of (this.courses ?? []).filter(({ facts }) => facts.state !== 'done')) {
      const watch = { onlesson: (facts: DownloadFacts) => this.#note(course, facts), signal: this.#stop.signal };
      const result = await downloadCourse(world, course, watch);
      if (result.ok) this.#note(course, result.value);
      else {
        this.problem = result.error;
        break;
      }
    }
    await this.#lookAtSpace();
    this.isLoading = false;
  }

  /** Brings the newer version: the worker fetches it, and the page loads anew when it is whole. */
  async takeVersion(): Promise<void> {
    this.isTaking = true;
    const worker = await navigator.serviceWorker?.getRegistration();
    if (!worker || appUpdate.outdated) location.reload();
    else await worker.update().catch(() => (this.isTaking = false));
  }

  /** The page is left: what is loading stops where it is. */
  close(): void {
    this.#stop.abort();
  }

  #note(course: CourseFile, facts: DownloadFacts): void {
    this.courses = this.courses?.map((one) => (one.course.id === course.id ? { course, facts } : one));
  }

  async #lookAtCourses(): Promise<void> {
    const world = downloadWorld();
    const files = await this.#wanted.courses();
    const known = files.filter((file) => file !== undefined);
    const isWhole = world !== undefined && known.length === files.length;
    this.courses = isWhole
      ? await Promise.all(known.map(async (course) => ({ course, facts: await factsOnDevice(world, course) })))
      : undefined;
  }

  async #lookAtSpace(): Promise<void> {
    this.freeBytes = (await spaceOnDevice())?.freeBytes;
  }
}
