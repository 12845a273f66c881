import { isHandedOn, isLocked, setLocked } from '$lib/sync/handed-on.browser';
import { opened } from '$lib/sync/opened.svelte';
import type { Snapshot } from '$lib/sync/snapshot';
import type { Opened } from './pins.browser';
import { leaveStaffPages } from './staff-at-device.browser';

/** Who of the staff is at this device, and what their pages show of the club: by sign-in, or by PIN. */
class StaffHere {
  /** Since this page was opened the server has been asked once, and has answered or could not be reached. */
  hasAsked = $state(false);
  /** opened by PIN: only in the memory of this page */
  #byPin = $state.raw<Snapshot>();
  /** what stands behind the lock, so that a half-made mark is there again afterwards */
  #behind = $state.raw<Snapshot>();
  #turns = $state(0);

  get isLocked(): boolean {
    void this.#turns;
    return isLocked();
  }

  /** opened by PIN, so that the server gives nothing of others */
  get isByPin(): boolean {
    return !this.isLocked && this.#byPin !== undefined;
  }

  /** Too early to say that something is not there: the device may not know it yet, and asks the server. */
  get isLooking(): boolean {
    return !opened.snapshotLoaded || !this.hasAsked;
  }

  get snapshot(): Snapshot | undefined {
    return this.isLocked ? this.#behind : (this.#byPin ?? this.#signedIn);
  }

  get #signedIn(): Snapshot | undefined {
    const { snapshot } = opened;
    return snapshot?.staff && !isHandedOn() ? snapshot : undefined;
  }

  /** After a while of rest. At a club tablet the session ends as well; what is entered stays. */
  async lock(): Promise<void> {
    const { snapshot } = this;
    setLocked(true);
    this.#turn({ behind: snapshot });
    if (snapshot?.tablet) await leaveStaffPages();
  }

  async unlock({ snapshot, grant }: Opened): Promise<void> {
    await opened.engine?.holdGrant(grant);
    setLocked(false);
    const isStillHere = this.#signedIn?.staff?.id === snapshot.staff?.id;
    this.#turn(isStillHere ? {} : { byPin: snapshot });
  }

  /** A learner takes the device, or the staff member signs out. */
  async handOn(): Promise<void> {
    setLocked(false);
    this.#turn({});
    await leaveStaffPages();
  }

  #turn({ byPin, behind }: { byPin?: Snapshot | undefined; behind?: Snapshot | undefined }): void {
    this.#byPin = byPin;
    this.#behind = behind;
    this.#turns += 1;
  }
}

export const staffHere = new StaffHere();
