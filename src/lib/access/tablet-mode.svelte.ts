import { modeKey as key } from './remembered-mode.browser';
import { isLockedMode, type LockedMode } from './tablet-mode';

/**
 * What this device is there for, as its last contact said: known at once on every page, before the database is opened
 * and without a network. Named in the register of stored things.
 */
class ModeOfTablet {
  #mode = $state<LockedMode>();

  get current(): LockedMode | undefined {
    return this.#mode;
  }

  /** Reads what the device remembers. Called once, when the page has come alive. */
  recall(): void {
    try {
      const kept = localStorage.getItem(key);
      this.#mode = isLockedMode(kept) ? kept : undefined;
    } catch {
      this.#mode = undefined;
    }
  }

  /** What the last contact said. */
  keep(mode: LockedMode | undefined): void {
    this.#mode = mode;
    try {
      if (mode === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, mode);
    } catch {
      // No storage: the page of names leads to the door all the same.
    }
  }
}

export const modeOfTablet = new ModeOfTablet();
