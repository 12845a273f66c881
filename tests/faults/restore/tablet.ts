import { world } from '$lib/base/world';
import { err, ok } from '$lib/base/result';
import type { SyncEvent } from '$lib/sync/event';
import type { Transport } from '$lib/sync/transport';
import { aSyncDevice, type SyncDevice } from '../../support/sync-device';

/**
 * A tablet of the club: the engine's own parts on a shelf in memory, over HTTP. At a new epoch it offers again what it
 * keeps, and says which streams it was told are deleted (SYNC.md, promise 6 of both sides).
 */
export class KeepingTablet {
  readonly #written: SyncEvent[] = [];
  readonly #device: SyncDevice;
  #url = '';
  #count = 0;

  constructor(cookie: string) {
    this.#device = aSyncDevice(world, this.#wayWith(cookie));
  }

  /** Somebody learns here: so many events wait to be sent. */
  async learn(person: string, events: number): Promise<void> {
    for (let left = events; left > 0; left -= 1) {
      const step = `step-${(this.#count += 1)}`;
      const recorded = await this.#device.record({
        stream: `progress/${person}`,
        by: `person/${person}`,
        type: 'step.completed',
        data: { course: 'tablet-basics', lesson: 'one', step }
      });
      this.#written.push(...recorded);
    }
  }

  /** Sends and fetches until nothing is left. Says whether the server was there. */
  async exchange(url: string): Promise<boolean> {
    this.#url = url;
    const { end } = await this.#device.exchange();
    if (end !== 'done' && end !== 'again') throw new Error(`A tablet's exchange ended as ${end}`);
    return end === 'done';
  }

  /** Streams that it was told are deleted. */
  async gone(): Promise<ReadonlySet<string>> {
    return new Set((await this.#device.shelf.read((tx) => tx.device()))?.goneStreams);
  }

  /** Everything that was written here and not deleted since. */
  async kept(): Promise<SyncEvent[]> {
    const gone = await this.gone();
    return this.#written.filter(({ stream }) => !gone.has(stream));
  }

  #wayWith(cookie: string): Transport {
    return async (body) => {
      const headers = { 'content-type': 'application/json', origin: this.#url, cookie: `device=${cookie}` };
      const response = await fetch(`${this.#url}/api/sync`, { method: 'POST', headers, body }).catch(() => undefined);
      if (response?.ok !== true) return err({ status: response?.status ?? 0 });
      return ok(await response.json());
    };
  }
}
