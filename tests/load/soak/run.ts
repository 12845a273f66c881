import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeProofClub } from '../../support/proof-club';
import { newDataDir, startServer } from '../../support/server';
import { stateOfLog } from '../../support/sound-log';
import { Timeline } from './timeline';
import { TabletsProcess } from './tablets-process';

const tabletsInRoom = 30;
const mostGrowth = 1.15;

/**
 * Tablets of a town at work for some minutes, on a real server that is stopped and killed meanwhile. At the end the
 * server, every tablet and a rebuild are equal, and the server's memory has kept its level.
 */
export async function soak(args: string[]): Promise<number> {
  const { tablets, minutes, restMs } = read(args);
  const dataDir = newDataDir();
  const venues = Math.ceil(tablets / tabletsInRoom);
  const tabletsEach = Math.ceil(tablets / venues);
  const club = await makeProofClub(dataDir, { venues, peopleEach: tabletsEach, tabletsEach });
  const first = await startServer({ dataDir });
  const room = new TabletsProcess();
  const timeline = new Timeline({ server: first, minutes });
  try {
    await room.begin({ port: first.port, club, restMs });
    const memory = await timeline.run();
    const report = await room.end(dataDir);
    await timeline.server.stop();
    const { events, faults } = await stateOfLog(dataDir);
    const grown = memory.last / memory.early;
    const failures = [
      ...report.lost.map((id) => `Event ${id} is lost`),
      ...report.differing,
      ...report.stuck,
      ...faults,
      ...(report.duplicated === 0 ? [] : [`${report.duplicated} events more than were recorded`]),
      ...(minutes >= 5 && grown > mostGrowth ? [`Memory is ${grown.toFixed(2)} times what it was at three tenths`] : [])
    ];
    for (const failure of failures.slice(0, 50)) console.log(`✗ ${failure.slice(0, 500)}`);
    console.log(
      `  ${Object.entries(report.happened)
        .map(([what, count]) => `${what}: ${count}`)
        .join('  ')}`
    );
    console.log(`  memory in MB  ${memory.series.map((mb) => mb.toFixed(0)).join(' ')}`);
    console.log(
      `  memory ${memory.early.toFixed(0)} MB at three tenths, ${memory.last.toFixed(0)} MB at the end: ${grown.toFixed(2)}`
    );
    console.log(
      `${events.length} events, ${report.lost.length} lost, ${report.duplicated} duplicated, ${report.differing.length + report.stuck.length + faults.length} differing`
    );
    return failures.length > 0 ? 1 : 0;
  } finally {
    room.kill();
    await timeline.server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function read(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      tablets: { type: 'string', default: '200' },
      minutes: { type: 'string', default: '10' },
      rest: { type: 'string', default: '6000' }
    }
  });
  return { tablets: Number(values.tablets), minutes: Number(values.minutes), restMs: Number(values.rest) };
}
