import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Attack } from './attack';

/** What came back: a status; nothing, because one side broke off; or silence. */
export type Reply = { readonly status: number; readonly body: string } | 'broken off' | 'no answer';

interface Target {
  readonly port: number;
  /** where the attack seems to come from: any of 127.0.0.0/8 */
  readonly from: string;
}

/** Longer than the server may ever be silent for. */
const patienceMs = 20_000;
/** A stream of live signals never ends, and half a request brings no answer: so long is enough. */
const enoughMs = 50;

const agents = new Map<string, Agent>();

function agentOf(from: string): Agent {
  const agent = agents.get(from) ?? new Agent({ keepAlive: true, maxSockets: 8 });
  agents.set(from, agent);
  return agent;
}

/** Closes all connections that were kept. */
export function hangUp(): void {
  for (const agent of agents.values()) agent.destroy();
}

/** Sends an attack and waits for what it brings. */
export async function send(attack: Attack, target: Target): Promise<Reply> {
  if (attack.raw) return sendRaw(attack.raw, target);
  const reply = await sendRequest(attack, target);
  // Closed by the server in the moment in which it was taken for this request: asked anew, as every browser does.
  return reply === 'closed before' ? send(attack, target) : reply;
}

function sendRequest(
  { method, path, headers, body, chunked, cutAfter }: Attack,
  target: Target
): Promise<Reply | 'closed before'> {
  const { port, from } = target;
  const length = body && !chunked ? { 'content-length': String(body.length) } : {};
  const agent = cutAfter === undefined ? agentOf(from) : false;
  return new Promise((done) => {
    const outgoing = request(
      { host: '127.0.0.1', port, localAddress: from, method, path, headers: { ...headers, ...length }, agent },
      (incoming) => void read(incoming).then(done)
    );
    outgoing.setTimeout(patienceMs, () => outgoing.destroy(new Error('silence')));
    outgoing.on('error', ({ message }) => {
      if (message === 'silence') done('no answer');
      else done(outgoing.reusedSocket && cutAfter === undefined ? 'closed before' : 'broken off');
    });
    if (cutAfter === undefined) outgoing.end(body);
    else outgoing.write(body?.subarray(0, Math.max(1, cutAfter)) ?? '', () => outgoing.destroy(new Error('cut')));
  });
}

function read(incoming: IncomingMessage): Promise<Reply> {
  const parts: Buffer[] = [];
  const isEndless = incoming.headers['content-type']?.startsWith('text/event-stream');
  const timer = isEndless ? setTimeout(() => incoming.destroy(), enoughMs) : undefined;
  return new Promise((done) => {
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('error', () => undefined);
    incoming.on('close', () => {
      clearTimeout(timer);
      done({ status: incoming.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') });
    });
  });
}

function sendRaw(raw: Buffer, { port, from }: Target): Promise<Reply> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: from });
    const parts: Buffer[] = [];
    const timer = setTimeout(() => socket.destroy(), enoughMs);
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      const text = Buffer.concat(parts).toString('latin1');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
      done(status > 0 ? { status, body: text } : 'broken off');
    });
    socket.write(raw);
  });
}
