import { guideQueue } from '$lib/guides/report-queue.browser';
import { barrierQueue } from '$lib/privacy/barrier-queue.browser';

/** Sends the letters of all rooms that wait on this device, now and whenever the network comes back. */
export function watchPost(): void {
  for (const queue of [barrierQueue, guideQueue]) queue.watch();
}
