import * as v from 'valibot';
import { barrierReportSchema, type BarrierReport } from './barrier-report';
import { waitingKey as key } from './waiting-reports.browser';

/** sent: the server has it · kept: it waits on this device · failed: neither worked */
export type Outcome = 'sent' | 'kept' | 'failed';

/** Sends a report now, or keeps it on this device until there is a network. */
export async function hand(report: BarrierReport): Promise<Outcome> {
  const kept = write([...waitingReports(), report]);
  const sent = await send(report);
  if (sent === 'no-network' || sent === 'later') return kept ? 'kept' : 'failed';
  drop(report.id);
  return sent === 'taken' ? 'sent' : 'failed';
}

/** Sends what waits, now and whenever the network comes back. Called once, when the page has come to rest. */
export function watchWaiting(): void {
  addEventListener('online', () => void sendWaiting());
  void sendWaiting();
}

/** Sends what waits; quiet when there is no network. */
export async function sendWaiting(): Promise<void> {
  for (const report of waitingReports()) {
    const sent = await send(report);
    if (sent === 'no-network' || sent === 'later') return;
    drop(report.id);
  }
}

/** What waits on this device. */
export function waitingReports(): BarrierReport[] {
  try {
    const parsed = v.safeParse(
      v.pipe(v.string(), v.parseJson(), v.array(barrierReportSchema)),
      localStorage.getItem(key)
    );
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

type Answer = 'taken' | 'refused' | 'later' | 'no-network';

async function send(report: BarrierReport): Promise<Answer> {
  try {
    const answer = await fetch('/api/barrier-report', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report)
    });
    if (answer.ok) return 'taken';
    return answer.status === 429 || answer.status >= 500 ? 'later' : 'refused';
  } catch {
    return 'no-network';
  }
}

function drop(id: string): void {
  write(waitingReports().filter((report) => report.id !== id));
}

function write(reports: readonly BarrierReport[]): boolean {
  try {
    if (reports.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(reports));
    return true;
  } catch {
    return false;
  }
}
