import {
  bringBack,
  clearRemoved,
  downloadWorld,
  keptCourses,
  removeCourse,
  type DownloadWorld,
  type KeptCourse
} from './downloads.browser';
import type { CourseKey } from '../pwa/kept-content';
import { spaceOnDevice, type Space } from './space.browser';
import { clearVisited, visitedLessons, type VisitedLesson } from './visited-lessons.browser';

/** What opens without a network on this device, and what it takes. */
export class OnDevice {
  /** undefined until the device has been asked */
  courses = $state.raw<KeptCourse[]>();
  lessons = $state.raw<VisitedLesson[]>([]);
  space = $state.raw<Space>();
  unavailable = $state(false);

  constructor(private readonly world: DownloadWorld | undefined = downloadWorld()) {}

  readonly empty = $derived(this.courses?.length === 0 && this.lessons.length === 0);

  /** Asks the device. What a person removed before is cleared now. */
  async open(): Promise<void> {
    try {
      if (this.world) await clearRemoved(this.world);
      await this.#look();
    } catch {
      this.unavailable = true;
    }
    this.unavailable ||= !this.world;
    this.courses ??= [];
  }

  async remove(course: CourseKey): Promise<void> {
    if (this.world) await removeCourse(this.world, course);
    await this.#look();
  }

  async undoRemove(course: CourseKey): Promise<void> {
    if (this.world) await bringBack(this.world, course);
    await this.#look();
  }

  async removeLessons(): Promise<void> {
    if (this.world) await clearVisited(this.world);
    await this.#look();
  }

  /** The page is left: what was removed makes room. */
  close(): void {
    if (this.world && this.courses?.some(({ state }) => state === 'removed')) void clearRemoved(this.world);
  }

  async #look(): Promise<void> {
    if (!this.world) return;
    this.courses = await keptCourses(this.world);
    this.lessons = await visitedLessons(this.world);
    this.space = await spaceOnDevice();
  }
}
