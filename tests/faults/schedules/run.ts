import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Share, ShareReport } from './share';

/** Plays many random schedules, shared out over the cores. Tells the seed and path of one that fails. */
export async function schedules(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 1e9) },
      path: { type: 'string' }
    }
  });
  const [runs, seed, path] = [Number(values.runs), Number(values.seed), values.path];
  const processes = path === undefined ? Math.min(availableParallelism(), 8) : 1;
  const each = Math.ceil(runs / processes);
  const reports = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      played({ runs: Math.min(each, runs - index * each), seed: seed + index * runs, path })
    )
  );
  const faults = reports.flatMap(({ fault }) => fault ?? []);
  for (const fault of faults) console.log(`✗ ${fault}`);
  console.log(`${runs} schedules, ${faults.length} differences, seed ${seed}`);
  return faults.length > 0 ? 1 : 0;
}

function played(share: Share): Promise<ShareReport> {
  const child = fork(process.argv[1] ?? '', { execArgv: [] });
  return new Promise((done, fail) => {
    child.once('message', (report: ShareReport) => done(report));
    child.once('exit', (code) => fail(new Error(`A process of schedules ended with ${code}`)));
    child.send(share);
  });
}
