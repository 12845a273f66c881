/**
 * @typedef {{ words: string, unit: string, most?: number, least?: number, digits?: number }} Budget
 * @typedef {{ name: string, value: number, unit: string, budget?: string, within: boolean }} Verdict
 */

/** The budgets of ARCHITECTURE.md. KB = 1000 bytes over the wire. @type {Record<string, Budget>} */
export const budgets = {
  serverStartMs: { words: 'start of the built server to its first answer', unit: 'ms', most: 500 },
  serverIdleMb: { words: 'memory of the server when idle', unit: 'MB', most: 100 },
  lessonKb: { words: 'first visit to a lesson until the network is idle', unit: 'KB', most: 150, digits: 1 },
  lessonScriptKb: { words: 'JavaScript until the lesson can be used', unit: 'KB', most: 60, digits: 1 },
  workerKb: { words: 'what the service worker fetches afterwards', unit: 'KB', most: 400, digits: 1 },
  lessonPaintMs: { words: 'largest paint of a lesson, slow 4G and 4× slower CPU', unit: 'ms', most: 1200 },
  meetingPaintMs: { words: 'largest paint of the meeting page, slow 4G and 4× slower CPU', unit: 'ms', most: 1800 },
  phonePaintDeMs: { words: 'a parent on a phone, first lesson in German: largest paint', unit: 'ms', most: 1200 },
  phoneDeKb: { words: 'and over the wire', unit: 'KB', most: 150, digits: 1 },
  phonePaintArMs: { words: 'the same in Arabic', unit: 'ms', most: 1200 },
  phoneArKb: { words: 'and over the wire', unit: 'KB', most: 150, digits: 1 },
  phonePaintUkMs: { words: 'the same in Ukrainian', unit: 'ms', most: 1200 },
  phoneUkKb: { words: 'and over the wire', unit: 'KB', most: 150, digits: 1 },
  stepMs: { words: 'from tap to next step painted, p95, 4× slower CPU', unit: 'ms', most: 50, digits: 1 },
  offlineReloadMs: { words: 'reload offline to readable, 4× slower CPU', unit: 'ms', most: 500 },
  catchUpMs: { words: 'a tablet away for a month catches up, 20,000 events, 4× slower CPU', unit: 'ms', most: 5000 },
  longestTaskMs: { words: 'the longest piece of work meanwhile', unit: 'ms', most: 100 },
  officePageMs: { words: 'the slowest page of the office, 10,000 meetings and 120,000 marks', unit: 'ms', most: 300 },
  yearReportMs: { words: 'the report of their year', unit: 'ms', most: 2000 },
  syncedEventsPerSecond: { words: 'events a second through the sync, batches of 50', unit: '/s' },
  bareRowsPerSecond: { words: 'rows a second into bare better-sqlite3, same disk', unit: '/s' },
  plainRowsPerSecond: { words: 'the same into a table in the order of arrival', unit: '/s' },
  syncShare: { words: 'sync against bare better-sqlite3', unit: '', least: 0.5, digits: 2 },
  plainShare: { words: 'sync against a table in the order of arrival', unit: '', digits: 2 },
  roomEventsPerSecond: { words: 'the built server over HTTP, 30 tablets at once: events a second', unit: '/s' },
  roomP50Ms: { words: 'until a batch of 50 was answered, 30 tablets: half of them', unit: 'ms' },
  roomP95Ms: { words: '95 of 100', unit: 'ms' },
  roomP99Ms: { words: '99 of 100', unit: 'ms' },
  roomServerMb: { words: 'memory of the server after that', unit: 'MB' },
  roomServerMostMb: { words: 'and at most', unit: 'MB' },
  townEventsPerSecond: { words: 'the built server over HTTP, 200 tablets at once: events a second', unit: '/s' },
  townP50Ms: { words: 'until a batch of 50 was answered, 200 tablets: half of them', unit: 'ms' },
  townP95Ms: { words: '95 of 100', unit: 'ms' },
  townP99Ms: { words: '99 of 100', unit: 'ms' },
  townServerMb: { words: 'memory of the server after that', unit: 'MB' },
  townServerMostMb: { words: 'and at most', unit: 'MB' },
  batchFreshSmallMs: { words: 'a batch, fresh ids, at 10,000 events', unit: 'ms', digits: 2 },
  batchFreshLargeMs: { words: 'at 1,000,000', unit: 'ms', digits: 2 },
  batchFreshTimes: { words: 'how many times as long', unit: '', most: 1.2, digits: 2 },
  batchAwaySmallMs: { words: 'a batch of a tablet away for weeks, at 10,000 events', unit: 'ms', digits: 2 },
  batchAwayLargeMs: { words: 'at 1,000,000', unit: 'ms', digits: 2 },
  batchAwayTimes: { words: 'how many times as long', unit: '', most: 1.2, digits: 2 },
  pullFreshSmallMs: { words: 'a pull of what is new, at 10,000 events', unit: 'ms', digits: 2 },
  pullFreshLargeMs: { words: 'at 1,000,000', unit: 'ms', digits: 2 },
  pullFreshTimes: { words: 'how many times as long', unit: '', most: 1.2, digits: 2 },
  pullAwaySmallMs: { words: 'a pull of a tablet away for weeks, at 10,000 events', unit: 'ms', digits: 2 },
  pullAwayLargeMs: { words: 'at 1,000,000', unit: 'ms', digits: 2 },
  pullAwayTimes: { words: 'how many times as long', unit: '', most: 1.2, digits: 2 }
};

/** What was measured, rounded, beside its budget. @param {Record<string, number>} results @returns {Verdict[]} */
export function verdicts(results) {
  return Object.entries(results).map(([name, measured]) => {
    const { unit = '', most, least, digits = 0 } = budgets[name] ?? {};
    const value = Number(measured.toFixed(digits));
    const budget = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : undefined;
    const within = (most === undefined || value <= most) && (least === undefined || value >= least);
    return { name, value, unit, ...(budget && { budget }), within };
  });
}
