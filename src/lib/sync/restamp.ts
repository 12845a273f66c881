import { formatStamp, parseStamp, tick, type ClockState } from '$lib/base/clock';
import type { SyncEvent } from './event';

/** How far ahead of the server a device's clock may be. */
export const toleranceMs = 5 * 60 * 1000;

export interface RestampOptions {
  /** UTC milliseconds of the server */
  readonly now: number;
  /** nothing can have happened before: the device was enrolled, the app was built */
  readonly earliest: number;
}

/**
 * Corrects impossible times: an `at` too far ahead or too early becomes the server's now. What the
 * device wrote after a corrected event stays after it. Events come and go in the order of writing.
 */
export function restamp(events: readonly SyncEvent[], { now, earliest }: RestampOptions): SyncEvent[] {
  let corrected: ClockState | undefined;
  return events.map((event) => {
    const stamp = parseStamp(event.at);
    if (stamp === undefined) return event;
    const impossible = stamp.ms > now + toleranceMs || stamp.ms < earliest;
    const overtaken = corrected !== undefined && !isLater(stamp, corrected);
    if (!impossible && !overtaken) return event;
    corrected = tick(corrected ?? { ms: 0, counter: 0 }, now);
    return { ...event, at: formatStamp({ ...corrected, device: stamp.device }) };
  });
}

function isLater(a: ClockState, b: ClockState): boolean {
  return a.ms > b.ms || (a.ms === b.ms && a.counter > b.counter);
}
