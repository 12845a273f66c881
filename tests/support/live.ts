import { createServer, request, type IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { setResponse } from '@sveltejs/kit/node';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import { deviceCookie, resolveActor } from '$lib/access/actor.server';
import { enrolTablet, makeCode } from '$lib/access/tablet.server';
import { lineCounter } from '$lib/audit/trail.server';
import { world } from '$lib/base/world';
import { addMeeting } from '$lib/club/meetings.server';
import { sightOf } from '$lib/club/sight.server';
import { dayOf } from '$lib/club/zone';
import { LiveHub } from '$lib/sync/live-hub.server';
import { EventLog } from '$lib/sync/log.server';
import { liveMessageSchema, type LiveMessage } from '$lib/sync/signals';
import { localSignals } from '$lib/sync/signals.server';
import { aClub } from './club';
import { aStore } from './store';
import { allRooms } from './sync-server';

/** A venue whose group meets today, with enrolled tablets. */
export interface LiveVenue {
  readonly venue: string;
  readonly group: string;
  readonly members: readonly string[];
  readonly meeting: string;
  /** the cookies of its tablets */
  readonly cookies: readonly string[];
}

/** What a tablet hears. */
export interface Ear {
  readonly status: number;
  readonly heard: LiveMessage[];
  /** whether the server has ended it */
  ended(): boolean;
  hangUp(): void;
}

/** The real hub on a real database behind real HTTP: all but the app's own router. */
export async function aLiveServer() {
  const store = aStore();
  const writer = { store, world, by: 'staff/test' };
  const signals = localSignals();
  const hub = new LiveHub({
    signals,
    world,
    clubLine: lineCounter(store),
    later(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    breathe: () => setImmediate(),
    report: (error) => console.error(error)
  });
  const server = createServer((incoming, reply) => {
    void answer(hub, incoming).then((response) => setResponse(reply, response));
  });
  const answer = async (to: LiveHub, incoming: IncomingMessage) => {
    const cookie = incoming.headers.cookie ?? '';
    const cookies = { get: (name: string) => (name === deviceCookie ? cookie : undefined) };
    const body = await to.join({
      who: cookie,
      browser: incoming.url ?? '',
      async look() {
        const { actor } = await resolveActor(() => store, { cookies, world });
        return sightOf(store, { actor, now: world.now() });
      },
      cut: () => incoming.destroy()
    });
    return new Response(body, { status: body ? 200 : 401, headers: { connection: 'close' } });
  };
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    })
  );
  onTestFinished(() => {
    hub.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    store,
    writer,
    hub,
    log: new EventLog(store, allRooms, world, signals),
    listen: (cookie: string, browser = '/') => listen({ port, cookie, browser }),
    async addVenue(name: string, tablets: number): Promise<LiveVenue> {
      const { venue, group, members } = await aClub(writer, { name });
      const added = await addMeeting(writer, { group, date: dayOf(world.now()), start: '14:00', end: '16:00' });
      if (!added.ok) throw new Error('There is a meeting already');
      const cookies: string[] = [];
      for (let count = 0; count < tablets; count += 1) {
        const { code } = await makeCode(writer, { tabletName: `Tablet ${count}`, venue });
        const enrolled = await enrolTablet(writer, code);
        if (enrolled.ok) cookies.push(enrolled.value.cookie);
      }
      return { venue, group, members, meeting: added.value, cookies };
    }
  };
}

function listen({ port, cookie, browser }: { port: number; cookie: string; browser: string }): Promise<Ear> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: browser, headers: { cookie }, agent: false }, (reply) => {
      const heard: LiveMessage[] = [];
      let [text, ended] = ['', false];
      reply.setEncoding('utf8').on('data', (more: string) => {
        const messages = (text + more).split('\n\n');
        text = messages.pop() ?? '';
        heard.push(...messages.flatMap(read));
      });
      reply.on('close', () => (ended = true));
      reply.on('error', () => undefined);
      resolve({ status: reply.statusCode ?? 0, heard, ended: () => ended, hangUp: () => asked.destroy() });
    });
    asked.on('error', reject).end();
  });
}

function read(message: string): LiveMessage[] {
  return message.startsWith('data: ') ? [v.parse(liveMessageSchema, JSON.parse(message.slice(6)))] : [];
}
