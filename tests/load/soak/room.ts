import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { differencesOf, serverRows, type ServerRows } from '../../support/same-everywhere';
import type { Beginning, Order, SoakReport } from './orders';
import { SimTablet } from './sim-tablet';
import { hangUp, wayTo } from './way';

/** Enough rounds for whatever is on its way to arrive; more would mean that it never does. */
const mostRounds = 50;

/** All tablets of all venues, and the trainer's phone in each. */
class Room {
  readonly #tablets: SimTablet[] = [];
  readonly #happened = new Map<string, number>();
  #isOver = false;
  #living: Promise<unknown> = Promise.resolve();

  begin({ port, club, restMs }: Beginning): void {
    const note = (what: string) => void this.#happened.set(what, (this.#happened.get(what) ?? 0) + 1);
    for (const { people, meeting, tablets } of club.venues) {
      const place = { people, meeting, note };
      for (const cookie of tablets)
        this.#tablets.push(new SimTablet({ ...place, way: wayTo({ port, cookie: `device=${cookie}` }) }));
      const way = wayTo({ port, cookie: `session=${club.trainer.session}` });
      this.#tablets.push(new SimTablet({ ...place, way, staff: club.trainer.id }));
    }
    this.#living = Promise.all(this.#tablets.map((tablet) => tablet.live(restMs, () => this.#isOver)));
    this.#living.catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  }

  async end(dataDir: string): Promise<SoakReport> {
    this.#isOver = true;
    await this.#living;
    await this.#handIn();
    // What the last ones handed in, everybody else has not fetched yet.
    await this.#handIn();
    hangUp();
    const server = readServer(dataDir);
    const recorded = new Set(this.#tablets.flatMap((tablet) => tablet.recorded));
    const found = await Promise.all(this.#tablets.map((tablet) => compare(tablet, server.rows)));
    return {
      recorded: recorded.size,
      lost: [...recorded].filter((id) => !server.ids.has(id)),
      duplicated: [...server.ids].filter((id) => !recorded.has(id)).length,
      differing: found.flatMap(({ differing }) => differing),
      stuck: found.flatMap(({ stuck }) => stuck),
      happened: Object.fromEntries([...this.#happened].sort(([a], [b]) => (a < b ? -1 : 1)))
    };
  }

  async #handIn(): Promise<void> {
    for (const tablet of this.#tablets) {
      for (let round = 0; (await tablet.device.exchange()).end !== 'done'; round += 1)
        if (round === mostRounds) throw new Error('A tablet does not get through');
    }
  }
}

function readServer(dataDir: string): { ids: Set<string>; rows: ServerRows } {
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'), { readonly: true });
  try {
    return {
      ids: new Set(db.prepare<[], string>('SELECT id FROM events ORDER BY id').pluck().all()),
      rows: serverRows(db)
    };
  } finally {
    db.close();
  }
}

/** What stands otherwise on a tablet than on the server, and what did not get through. */
async function compare({ device }: SimTablet, server: ServerRows) {
  const { waiting, refused } = await device.shelf.read(async (tx) => ({
    waiting: (await tx.counts()).waiting,
    refused: await tx.entriesIn('refused', 0, 1000)
  }));
  const stuck = refused.map(({ event, code }) => `${event.type} in ${event.stream} was refused: ${code}`);
  if (waiting > 0) stuck.push(`${waiting} events wait`);
  return { differing: await differencesOf(device.shelf, server), stuck };
}

/** Lets this process hold the tablets of a town. */
export function takeOrders(): void {
  const room = new Room();
  process.on('message', (order: Order) => {
    if ('begin' in order) room.begin(order.begin);
    else
      void room.end(order.end.dataDir).then(
        (report) => process.send?.(report),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        }
      );
  });
}
