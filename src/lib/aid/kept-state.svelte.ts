import type { StateCode } from '$lib/base/federal-states';
import { stateOf } from './choose';

/** Where a device remembers the federal state. Named in the register of stored things (privacy notice). */
const key = 'digitaltreff.state';

/** The federal state of whoever looks for help: chosen once, kept on the device, sent nowhere. */
export class KeptState {
  #code = $state<StateCode>();

  get code(): StateCode | undefined {
    return this.#code;
  }

  /** Reads what was chosen before. */
  recall(): void {
    try {
      this.#code = stateOf(localStorage.getItem(key));
    } catch {
      // No storage: it is asked again.
    }
  }

  /** Holds at once and is kept; where the browser keeps nothing, it holds until the page closes. */
  choose(code: StateCode | undefined): void {
    this.#code = code;
    try {
      if (code) localStorage.setItem(key, code);
      else localStorage.removeItem(key);
    } catch {
      // No storage: the choice still holds on this page.
    }
  }
}
