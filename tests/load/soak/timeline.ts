import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../../support/process-memory';
import { startServer, type TestServer } from '../../support/server';

interface Memory {
  /** every so often, in MB */
  readonly series: readonly number[];
  /** the least around three tenths of the time: what is kept, without what only waits to be thrown away */
  readonly early: number;
  /** the least of the last tenth */
  readonly last: number;
}

const samplesATenth = 6;

/**
 * What happens to the server while the room is at work. Within the first tenth of the time it is killed, stopped in
 * order, and killed again; from then on it runs, so that its memory at three tenths and at the end is that of one life.
 * At the end it is killed once more.
 */
export class Timeline {
  server: TestServer;
  readonly #tenthMs: number;

  constructor({ server, minutes }: { server: TestServer; minutes: number }) {
    this.server = server;
    this.#tenthMs = minutes * 6000;
  }

  async run(): Promise<Memory> {
    const ends: readonly ('kill' | 'stop')[] = ['kill', 'stop', 'kill'];
    for (const how of ends) {
      await pause(this.#tenthMs / ends.length);
      await this.#again(how);
    }
    const series: number[] = [];
    for (let sample = 0; sample < 9 * samplesATenth; sample += 1) {
      await pause(this.#tenthMs / samplesATenth);
      series.push(memoryOf(this.server.pid).nowMb);
    }
    await this.#again('kill');
    return {
      series,
      early: Math.min(...series.slice(1.5 * samplesATenth, 2.5 * samplesATenth)),
      last: Math.min(...series.slice(-samplesATenth))
    };
  }

  async #again(how: 'kill' | 'stop'): Promise<void> {
    const { dataDir, port } = this.server;
    await this.server[how]();
    this.server = await startServer({ dataDir, port });
  }
}
