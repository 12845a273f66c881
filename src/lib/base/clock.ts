/**
 * A hybrid logical clock (Kulkarni et al., 2014): it runs with the device's clock, never backwards,
 * and never behind an event it has seen. Its stamps sort as text: the later event is the greater one.
 */
export interface ClockState {
  /** UTC milliseconds */
  readonly ms: number;
  /** 0…65535: events within one millisecond */
  readonly counter: number;
}

/** A stamp taken apart. */
export interface Stamp extends ClockState {
  /** the id of the device that stamped */
  readonly device: string;
}

const pattern = /^([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-z][0-9a-z-]{0,63})$/;
const largestCounter = 0xffff;

/** The clock before it has ever run. */
export const clockStart: ClockState = { ms: 0, counter: 0 };

/** The next moment: later than every one before, close to `now` (UTC milliseconds). */
export function tick(clock: ClockState, now: number): ClockState {
  if (now > clock.ms) return { ms: Math.floor(now), counter: 0 };
  if (clock.counter < largestCounter) return { ms: clock.ms, counter: clock.counter + 1 };
  return { ms: clock.ms + 1, counter: 0 };
}

/** The clock after it has seen a stamp: what it stamps next is later than that. */
export function observe(clock: ClockState, seen: ClockState): ClockState {
  const later = seen.ms > clock.ms || (seen.ms === clock.ms && seen.counter > clock.counter);
  return later ? { ms: seen.ms, counter: seen.counter } : clock;
}

/** The moment as sortable text, `<12 hex ms>-<4 hex counter>-<device>`. */
export function formatStamp({ ms, counter, device }: Stamp): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** Whether a text spells a stamp: for the many that are not taken apart. */
export function isStamp(text: string): boolean {
  return pattern.test(text);
}

/** The stamp that a text spells, or nothing. */
export function parseStamp(text: string): Stamp | undefined {
  const [, ms, counter, device] = pattern.exec(text) ?? [];
  if (ms === undefined || counter === undefined || device === undefined) return undefined;
  return { ms: parseInt(ms, 16), counter: parseInt(counter, 16), device };
}

/** The milliseconds of a stamp that has been read before: for the many that come in at once. */
export function stampMs(stamp: string): number {
  return parseInt(stamp.slice(0, 12), 16);
}
