import type { CourseFile } from '../content/lesson';
import type { DownloadFacts } from './downloads';
import {
  bringBack,
  clearRemoved,
  downloadCourse,
  downloadWorld,
  factsOnDevice,
  removeCourse,
  type DownloadProblem,
  type DownloadWorld
} from './downloads.browser';

/** Loading one course to this device: what a page shows of it, and what its keys do. */
export class CourseDownload {
  /** undefined until the device has been asked */
  facts = $state.raw<DownloadFacts>();
  problem = $state<DownloadProblem>();
  loading = $state(false);
  #stop: AbortController | undefined;

  constructor(
    private readonly course: CourseFile,
    private readonly world: DownloadWorld | undefined = downloadWorld()
  ) {}

  /** Asks the device. What a person removed before is cleared now. */
  async open(): Promise<void> {
    if (!this.world) this.problem = 'unavailable';
    else
      try {
        await clearRemoved(this.world);
        this.facts = await factsOnDevice(this.world, this.course);
      } catch {
        this.problem = 'unavailable';
      }
  }

  /** Loads what is missing. A second call while it runs does nothing. */
  async load(): Promise<void> {
    if (!this.world || this.loading) return;
    this.loading = true;
    this.problem = undefined;
    this.#stop = new AbortController();
    if (this.facts && this.facts.state !== 'newer') this.facts = { ...this.facts, state: 'part' };
    void navigator.storage?.persist?.();
    const result = await downloadCourse(this.world, this.course, {
      onlesson: (facts) => (this.facts = facts),
      signal: this.#stop.signal
    });
    this.loading = false;
    if (result.ok) this.facts = result.value;
    else if (!this.#stop.signal.aborted) this.problem = result.error;
  }

  /** The network is back: goes on with what it broke off. */
  async resume(): Promise<void> {
    if (this.problem === 'offline') await this.load();
  }

  async remove(): Promise<void> {
    if (!this.world) return;
    await removeCourse(this.world, this.course);
    this.facts = await factsOnDevice(this.world, this.course);
  }

  async undoRemove(): Promise<void> {
    if (!this.world) return;
    await bringBack(this.world, this.course);
    this.facts = await factsOnDevice(this.world, this.course);
  }

  /** The page is left: what is loading stops where it is, what was removed makes room. */
  close(): void {
    this.#stop?.abort();
    if (this.world && this.facts?.state === 'removed') void clearRemoved(this.world);
  }
}
