import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Beginning, Order, SoakReport } from './orders';

/** The tablets, in a process of their own. */
export class TabletsProcess {
  readonly #child = fork(process.argv[1] ?? '', { execArgv: [] });
  readonly #died = once(this.#child, 'exit').then((): never => {
    throw new Error('The process of the tablets died');
  });

  constructor() {
    // Who waits for the report hears of it; after the end it is meant.
    this.#died.catch(() => undefined);
  }

  async begin(begin: Beginning): Promise<void> {
    await this.#tell({ begin });
  }

  async end(dataDir: string): Promise<SoakReport> {
    const answered = new Promise<SoakReport>((done) =>
      this.#child.once('message', (report: SoakReport) => done(report))
    );
    await this.#tell({ end: { dataDir } });
    return Promise.race([answered, this.#died]);
  }

  kill(): void {
    this.#child.kill();
  }

  #tell(order: Order): Promise<void> {
    return new Promise((done, fail) => this.#child.send(order, (error) => (error ? fail(error) : done())));
  }
}
