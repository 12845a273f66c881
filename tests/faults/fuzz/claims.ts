import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import * as v from 'valibot';
import { eventById } from '$lib/sync/log-rows.server';
import type { Attack } from './attack';

const answerSchema = v.object({ accepted: v.array(v.object({ id: v.string(), seq: v.number(), at: v.string() })) });
const eventSchema = v.object({
  id: v.string(),
  stream: v.string(),
  type: v.string(),
  by: v.string(),
  data: v.record(v.string(), v.unknown())
});
const requestSchema = v.object({ events: v.array(v.unknown()) });

type Sent = v.InferOutput<typeof eventSchema>;

interface Claim {
  readonly seq: number;
  readonly at: string;
  /** what was sent under this id in the request that was answered */
  readonly sent: readonly Sent[];
}

interface Row {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly data: string;
}

export interface Broken {
  /** ids */
  readonly broken: readonly string[];
  readonly claims: number;
}

/** What the server said that it took: all of it must be in the log at the end, as it was sent the first time. */
export class Claims {
  readonly #byId = new Map<string, Claim[]>();

  note({ body }: Attack, reply: string): void {
    const answer = v.safeParse(answerSchema, parsed(reply));
    const request = v.safeParse(requestSchema, parsed(body?.toString('utf8') ?? ''));
    if (!answer.success || !request.success) return;
    const events = request.output.events.flatMap((event) => {
      const known = v.safeParse(eventSchema, event);
      return known.success ? [known.output] : [];
    });
    for (const { id, seq, at } of answer.output.accepted) {
      const claim = { seq, at, sent: events.filter((event) => event.id === id) };
      this.#byId.set(id, [...(this.#byId.get(id) ?? []), claim]);
    }
  }

  /** Ids of accepted events that the log does not hold as they were accepted, each time. */
  broken(dataDir: string): Broken {
    const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'), { readonly: true });
    const find = db.prepare<[string], Row>(`SELECT stream, seq, type, at, "by", data FROM ${eventById}`);
    const isKept = (id: string, claims: readonly Claim[]) => {
      const row = find.get(id);
      return row !== undefined && claims.every((claim) => holds(row, claim));
    };
    try {
      const broken = [...this.#byId].flatMap(([id, claims]) => (isKept(id, claims) ? [] : [id]));
      return { broken, claims: this.#byId.size };
    } finally {
      db.close();
    }
  }
}

function holds(row: Row, { seq, at, sent }: Claim): boolean {
  return row.seq === seq && row.at === at && sent.some((event) => isSame(row, event));
}

/** What a type's schema does not know is left out, so the log's data may be less than what was sent, but no other. */
function isSame(row: Row, event: Sent): boolean {
  const kept = v.parse(v.record(v.string(), v.unknown()), parsed(row.data));
  const isData = Object.entries(kept).every(
    ([name, value]) => JSON.stringify(event.data[name]) === JSON.stringify(value)
  );
  return row.stream === event.stream && row.type === event.type && row.by === event.by && isData;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
