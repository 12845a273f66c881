import { personOnDevice } from '$lib/access/person.svelte';
import type { System } from '$lib/content/guide';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { deviceChosen } from './events';
import { ownDevice, systemOf } from './own-device';

/** The system of the own device of the person who learns here. */
export class MyDevice {
  #isLookedFor = $state(false);
  // As text: a new snapshot with the same ids does not have everything read again.
  readonly #key = $derived(idsOf(opened.snapshot, personOnDevice.id).join('|'));
  readonly #live = $derived(this.#key.split('|').map((id) => opened.engine?.live(ownDevice, { key: id })));

  /** Nothing where they have not said it yet. */
  get system(): System | undefined {
    return systemOf(this.#live.flatMap((one) => one?.current ?? []));
  }

  /** What the device keeps of them has been read: no system means that there is none, and no longer "not yet". */
  get isKnown(): boolean {
    return this.#isLookedFor && this.#live.every((one) => one === undefined || one.loaded);
  }

  /** Reads what the device keeps; on a first visit there is nothing to read. */
  async look(): Promise<void> {
    await opened.openIfKept();
    this.#isLookedFor = true;
  }

  choose(system: System): void {
    const person = personOnDevice.id;
    opened.record({ stream: `progress/${person}`, type: deviceChosen.type, data: { system }, by: `person/${person}` });
  }
}
