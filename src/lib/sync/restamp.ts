import { clockStart, formatStamp, parseStamp, stampMs, tick, type ClockState } from '$lib/base/clock';
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
  let floor = '';
  return events.map((event) => {
    const ms = stampMs(event.at);
    const isPossible = ms <= now + toleranceMs && ms >= earliest && event.at > floor;
    if (isPossible) return event;
    corrected = tick(corrected ?? clockStart, now);
    const at = formatStamp({ ...corrected, device: parseStamp(event.at)?.device ?? 'unknown' });
    floor = at;
    return { ...event, at };
  });
}
