import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AttackReport, Message, Order } from './attacker';
import type { Broken } from './claims';

/** The attacker, in a process of its own. */
export class AttackerProcess {
  readonly #child = fork(process.argv[1] ?? '', { execArgv: [] });
  readonly #died = once(this.#child, 'exit').then((): never => {
    throw new Error('The attacker died');
  });

  constructor() {
    // Who waits for an answer hears of it; after the end it is meant.
    this.#died.catch(() => undefined);
  }

  attack(order: Order): Promise<AttackReport> {
    return this.#ask<AttackReport>({ order });
  }

  /** What of all that was accepted a folder's database does not hold. */
  verify(dataDir: string): Promise<Broken> {
    return this.#ask<Broken>({ verify: dataDir });
  }

  end(): void {
    this.#child.kill();
  }

  #ask<Answer>(message: Message): Promise<Answer> {
    const answered = new Promise<Answer>((done) => this.#child.once('message', (answer: Answer) => done(answer)));
    this.#child.send(message);
    return Promise.race([answered, this.#died]);
  }
}
