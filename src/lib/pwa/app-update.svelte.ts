import { untrack } from 'svelte';

/**
 * A newer version of the app that waits on the device. It is never put in front of somebody who is in the middle of a
 * lesson: the player holds it back for as long as a lesson is open.
 */
export class AppUpdate {
  #waiting = $state(false);
  #holds = $state(0);
  #take: (() => void) | undefined;
  #accepted = false;
  #outdated = false;

  constructor(private readonly reload: () => void = () => location.reload()) {}

  /** Whether the person may be asked now. */
  readonly due = $derived(this.#waiting && this.#holds === 0);

  /** This page is of the version before: the next one has to be loaded as a whole. */
  get outdated(): boolean {
    return this.#outdated;
  }

  /** A lesson has been opened. Call what comes back when it is left. */
  hold(): () => void {
    // Called from an effect, which must not depend on what it changes.
    untrack(() => (this.#holds += 1));
    return () => {
      untrack(() => (this.#holds -= 1));
    };
  }

  /** A new version is ready; `take` makes it the one in use. */
  offer(take: () => void): void {
    this.#take = take;
    this.#waiting = true;
  }

  /** The person has said yes. */
  accept(): void {
    this.#accepted = true;
    this.#take?.();
  }

  /** The person has said "later": asked again at the next start. */
  postpone(): void {
    this.#waiting = false;
  }

  /**
   * The new version is in use. The page on which somebody said yes loads anew. Another one, where somebody may be
   * writing, goes on with the files of its version, which the worker still has.
   */
  taken(): void {
    this.#waiting = false;
    if (this.#accepted) this.reload();
    else this.#outdated = true;
  }
}

/** The one of this page. The player says `$effect(() => appUpdate.hold())`. */
export const appUpdate = new AppUpdate();
