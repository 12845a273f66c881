import { isHandedOn } from '$lib/sync/handed-on.browser';
import { opened } from '$lib/sync/opened.svelte';
import type { Snapshot } from '$lib/sync/snapshot';

/** What the pages of trainers show of the club: nothing once the device was handed on. */
class StaffHere {
  get snapshot(): Snapshot | undefined {
    const { snapshot } = opened;
    return snapshot?.staff && !isHandedOn() ? snapshot : undefined;
  }
}

export const staffHere = new StaffHere();
