import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { newId } from '../../src/lib/base/id';
import { world } from '../../src/lib/base/world';
import { baseClub, copyBaseClub } from './base-club-facts';
import { startServer } from './server';
import { aSyncRequest } from './sync-request';
import type { ClubAt } from './test';

export interface FullRoom extends ClubAt {
  /** the cookies of the other tablets in the room */
  readonly others: readonly string[];
}

/** A club with a server of its own: its group meets the whole day, and so many further tablets are in the room. */
export async function startFullRoom({ others }: { others: number }): Promise<FullRoom> {
  const [dataDir, facts] = [copyBaseClub(), baseClub()];
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'));
  db.prepare(`UPDATE meetings SET start = '00:00', "end" = '23:59' WHERE id = ?`).run(facts.meeting);
  const add = db.prepare(
    'INSERT INTO tablets (id, name, venue, secret_hash, enrolled_at, seen_at) VALUES (?, ?, ?, ?, 0, 0)'
  );
  const cookies = Array.from({ length: others }, (_, index) => {
    const id = newId<'tablet'>(world);
    const secret = `secret-${index}`;
    add.run(id, `Tablet ${index + 2}`, facts.venue, createHash('sha256').update(secret).digest('base64url'));
    return `${id}.${secret}`;
  });
  db.close();
  return { server: await startServer({ dataDir }), facts, others: cookies };
}

/** What it keeps of an answer, so that it asks for news alone. */
interface Told {
  readonly streams: Readonly<Record<string, { readonly cursor: number }>>;
  readonly snapshotTag?: string;
}

/**
 * A tablet that lies in the room: it hears where there is news and fetches it, as the app does. Resolves when it listens;
 * answers how to put it away.
 */
export async function tabletInRoom(url: string, cookie: string): Promise<() => void> {
  const mine = aSyncRequest();
  const cursors: Record<string, number> = {};
  let snapshotTag: string | undefined;
  const headers = { cookie: `device=${cookie}`, origin: url };
  const exchange = async () => {
    const answer = await fetch(`${url}/api/sync`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...mine, cursors, snapshotTag })
    });
    const told: Told = await answer.json();
    for (const [stream, { cursor }] of Object.entries(told.streams)) cursors[stream] = cursor;
    ({ snapshotTag } = told);
  };
  await exchange();
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/live?browser=${mine.device}`, { headers, agent: false }, (reply) => {
      if (reply.statusCode !== 200) return reject(new Error(`The tablet was answered ${reply.statusCode}`));
      reply.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('"meeting/')) exchange().catch(() => undefined);
      });
      reply.on('error', () => undefined);
      resolve(() => asked.destroy());
    });
    asked.on('error', reject).end();
  });
}
