import { attackOf } from './attacks';
import type { Attack, Identities } from './attack';
import { Claims } from './claims';
import { hangUp, send, type Reply } from './send';

/** What an attacker is told to do. */
export interface Order {
  readonly port: number;
  readonly seed: number;
  /** turns, the last not included */
  readonly from: number;
  readonly until: number;
  readonly facts: Identities;
}

/** An answer that must not be. */
export interface BadAnswer {
  readonly turn: number;
  readonly kind: string;
  readonly request: string;
  readonly answer: string;
}

export interface AttackReport {
  /** by kind and answer: how many */
  readonly answers: Readonly<Record<string, number>>;
  readonly bad: readonly BadAnswer[];
}

/** What is asked of this process. */
export type Message = { readonly order: Order } | { readonly verify: string };

/** As many requests are under way at a time. */
const atOnce = 2;
const addresses = 30;

const claims = new Claims();

async function attack({ port, seed, from, until, facts }: Order): Promise<AttackReport> {
  const answers = new Map<string, number>();
  const bad: BadAnswer[] = [];
  let turn = from;
  const goOn = async () => {
    while (turn < until) {
      const mine = turn;
      turn += 1;
      const one = attackOf({ seed, turn: mine, facts });
      const reply = await send(one, { port, from: `127.0.0.${2 + (mine % addresses)}` });
      const name = `${one.kind}: ${typeof reply === 'string' ? reply : reply.status}`;
      answers.set(name, (answers.get(name) ?? 0) + 1);
      if (isBad(one, reply)) bad.push({ turn: mine, ...inWords(one, reply) });
      else if (typeof reply !== 'string' && reply.status === 200) claims.note(one, reply.body);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  hangUp();
  return { answers: Object.fromEntries([...answers].sort(([a], [b]) => (a < b ? -1 : 1))), bad };
}

/** The server's own mistake, silence, or a connection that it broke off without having been given a reason. */
function isBad({ kind, cutAfter, raw }: Attack, reply: Reply): boolean {
  if (typeof reply !== 'string') return reply.status >= 500 || reply.status === 0;
  if (reply === 'no answer') return true;
  return cutAfter === undefined && raw === undefined && kind !== 'ten megabytes' && kind !== 'a wrong cookie';
}

function inWords({ kind, method, path, headers, body, raw }: Attack, reply: Reply): Omit<BadAnswer, 'turn'> {
  const head = `${method} ${path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 500)}`;
  const request = `${head} ${(raw ?? body)?.subarray(0, 300).toString('latin1') ?? ''}`;
  return { kind, request, answer: typeof reply === 'string' ? reply : `${reply.status} ${reply.body.slice(0, 300)}` };
}

/** Lets this process do what its parent orders. */
export function takeOrders(): void {
  process.on('message', (message: Message) => {
    const answer = 'order' in message ? attack(message.order) : Promise.resolve(claims.broken(message.verify));
    void answer.then((done) => process.send?.(done));
  });
}
