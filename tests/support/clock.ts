import { dayOf } from '../../src/lib/club/zone';

const hourMs = 3_600_000;

/**
 * A time for a page whose clock a test moves on by up to an hour: now, or an hour ago where the meeting of today would be
 * one of yesterday before the test is over. UTC milliseconds.
 */
export const wellBeforeMidnight = (now: number): number => (dayOf(now + hourMs) === dayOf(now) ? now : now - hourMs);
