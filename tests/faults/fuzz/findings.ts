import { quantile } from '../../../scripts/bench/numbers.js';
import type { ProcessMemory } from '../../support/process-memory';
import type { AttackReport } from './attacker';

export interface Findings {
  readonly reports: readonly AttackReport[];
  readonly memoryBefore: ProcessMemory;
  readonly memoryAfter: ProcessMemory;
  /** how long honest exchanges took, before and during the attack */
  readonly beforeMs: readonly number[];
  readonly duringMs: readonly number[];
  /** what an honest tablet met that it must not meet */
  readonly trouble: string | undefined;
  /** what the server accepted of honest tablets */
  readonly honestIds: readonly string[];
  readonly timed: boolean;
}

const mostSlowdown = 2;
const mostGrowth = 1.25;
const mostMb = 500;
/** A quarter of so many requests brings memory to its level: from then on it may only breathe. */
const enoughToJudgeGrowth = 20_000;

/** What went wrong while the attack was on, in words. Prints what it judges. */
export function faultsOf({ reports, trouble, ...rest }: Findings): string[] {
  const bad = reports.flatMap((report) => report.bad);
  tellAnswers(reports);
  return [
    ...bad.map(({ turn, kind, request, answer }) => `${kind} (--only ${turn}): ${answer}\n    ${request}`),
    ...(trouble === undefined ? [] : [trouble]),
    ...faultsOfWaiting(rest),
    ...faultsOfMemory(rest, reports)
  ];
}

function tellAnswers(reports: readonly AttackReport[]): void {
  const byStatus = new Map<string, number>();
  for (const { answers } of reports) {
    for (const [name, count] of Object.entries(answers)) {
      const status = name.slice(name.lastIndexOf(': ') + 2);
      byStatus.set(status, (byStatus.get(status) ?? 0) + count);
    }
  }
  const told = [...byStatus].sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, count]) => `${status}: ${count}`);
  console.log(`  answers  ${told.join('  ')}`);
}

type Waiting = Pick<Findings, 'beforeMs' | 'duringMs' | 'timed'>;

function faultsOfWaiting({ beforeMs, duringMs, timed }: Waiting): string[] {
  const [before, during] = [quantile(beforeMs, 0.95), quantile(duringMs, 0.95)];
  const middles = `median ${quantile(beforeMs, 0.5).toFixed(1)} and ${quantile(duringMs, 0.5).toFixed(1)} ms`;
  console.log(
    `  honest tablets wait at p95 ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms during it (${middles})`
  );
  return timed && !(during <= mostSlowdown * before)
    ? [`Honest tablets wait ${(during / before).toFixed(1)} times as long`]
    : [];
}

type Memory = Pick<Findings, 'memoryBefore' | 'memoryAfter'>;

function faultsOfMemory({ memoryBefore, memoryAfter }: Memory, reports: readonly AttackReport[]): string[] {
  const [before, most] = [memoryBefore.mostMb, memoryAfter.mostMb];
  const now = memoryAfter.nowMb.toFixed(0);
  console.log(
    `  memory at most ${before.toFixed(0)} MB in the first quarter, ${most.toFixed(0)} MB in all, ${now} MB at the end`
  );
  const requests = reports.flatMap(({ answers }) => Object.values(answers)).reduce((sum, count) => sum + count, 0);
  const grows = requests >= enoughToJudgeGrowth && most > mostGrowth * before;
  return [
    ...(grows ? [`Memory grew to ${(most / before).toFixed(2)} times of what it was`] : []),
    ...(most > mostMb ? [`Memory rose to ${most.toFixed(0)} MB`] : [])
  ];
}
