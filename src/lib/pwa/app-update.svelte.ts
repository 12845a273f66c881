import { untrack } from 'svelte';

/**
 * A newer version of the app that waits on the device. It is never put in front of somebody who is in the middle of a
 * lesson: the player holds it back for as long as a lesson is open.
 */
export class AppUpdate {
  #waiting = $state(false);
  #holds = $state(0);
  #reloadDue = false;
  #take: (() => void) | undefined;

  constructor(private readonly reload: () => void = () => location.reload()) {}

  /** Whether the person may be asked now. */
  readonly due = $derived(this.#waiting && this.#holds === 0);

  /** A lesson has been opened. Call what comes back when it is left. */
  hold(): () => void {
    // Called from an effect, which must not depend on what it changes.
    untrack(() => (this.#holds += 1));
    return () => {
      untrack(() => (this.#holds -= 1));
      if (this.#reloadDue && this.#holds === 0) this.reload();
    };
  }

  /** A new version is ready; `take` makes it the one in use. */
  offer(take: () => void): void {
    this.#take = take;
    this.#waiting = true;
  }

  /** The person has said yes. */
  accept(): void {
    this.#take?.();
  }

  /** The person has said "later": asked again at the next start. */
  postpone(): void {
    this.#waiting = false;
  }

  /** The new version is in use: pages of the old one load anew, an open lesson not before it is left. */
  taken(): void {
    this.#waiting = false;
    if (this.#holds === 0) this.reload();
    else this.#reloadDue = true;
  }
}

/** The one of this page. The player says `$effect(() => appUpdate.hold())`. */
export const appUpdate = new AppUpdate();
