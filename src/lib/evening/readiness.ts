import type { DownloadFacts } from '$lib/learning/downloads';
import type { SyncStatus } from '$lib/sync/status';

/** What is looked at before an evening, in the order in which a trainer reads it. */
export const questions = ['courses', 'roster', 'clock', 'space', 'entries', 'version'] as const;
export type Question = (typeof questions)[number];

/**
 * good: nothing to do · act: something to do, and a key for it · unknown: this device cannot tell now, and says so rather
 * than show green
 */
export type Readiness = 'good' | 'act' | 'unknown';

/** What a device found out about itself. What is missing could not be found out. */
export interface Found {
  /** how far the courses of its groups are loaded; undefined: not asked, or out of reach */
  readonly courses: readonly Pick<DownloadFacts, 'state'>[] | undefined;
  readonly status: Pick<SyncStatus, 'waiting' | 'refused' | 'storage' | 'online' | 'lastExchangeAt' | 'offsetMs'>;
  /** the offset of the device's zone from that of the venues, in minutes */
  readonly zoneOffMinutes: number;
  readonly freeBytes: number | undefined;
  /** whether the server has another version of the app */
  readonly version: 'current' | 'newer' | undefined;
  /** UTC milliseconds, by the device's clock */
  readonly now: number;
}

/** Names and meetings are fresh for a day: what the office changed this morning is on the tablet tonight. */
const freshMs = 24 * 3_600_000;
/** Beyond this the server sets the time of an entry anew (SYNC.md, promise 5 of the server). */
const clockSlackMs = 5 * 60_000;
/** All courses of today together take about a hundredth of it. */
const enoughBytes = 100_000_000;

/** Whether a device is ready for the evening, question by question. Never green by default: what is not known is not good. */
export function readiness(found: Found): Readonly<Record<Question, Readiness>> {
  const { courses, status, freeBytes, version, zoneOffMinutes, now } = found;
  return {
    courses: courses === undefined ? 'unknown' : courses.every(isLoaded) ? 'good' : 'act',
    roster: isFresh(status.lastExchangeAt, now) ? 'good' : 'act',
    clock: clock(status, zoneOffMinutes),
    space:
      status.storage !== 'ok' ? 'act' : freeBytes === undefined ? 'unknown' : freeBytes < enoughBytes ? 'act' : 'good',
    entries: status.waiting + status.refused === 0 ? 'good' : 'act',
    version: version === undefined ? 'unknown' : version === 'newer' ? 'act' : 'good'
  };
}

/** Every lesson opens offline, in the words that the server has now. */
const isLoaded = ({ state }: Pick<DownloadFacts, 'state'>): boolean => state === 'done';

const isFresh = (at: number | undefined, now: number): boolean => at !== undefined && Math.abs(now - at) < freshMs;

/** The server alone can say what time it is: before the first contact nobody knows. */
function clock({ offsetMs, lastExchangeAt }: Found['status'], zoneOffMinutes: number): Readiness {
  if (zoneOffMinutes !== 0) return 'act';
  if (lastExchangeAt === undefined || offsetMs === undefined) return 'unknown';
  return Math.abs(offsetMs) <= clockSlackMs ? 'good' : 'act';
}
