import type { EventId, SyncEvent } from './event';

/** An event as it lies in the log. */
export interface LogRow {
  readonly id: EventId;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly seen: EventId | null;
  readonly data: string;
}

export const logColumns = 'id, stream, seq, type, at, "by", seen, data';

/** What the index on ids holds: what of an id stands for its stream (event-id.ts), then the id. Each id is there once. */
export const idKey = 'substr(id, 16, 8), id';

const asked = 'CROSS JOIN events ON substr(id, 16, 8) = substr(asked, 16, 8) AND id = asked';

/** What an event is read from whose id is the parameter. */
export const eventById = `(SELECT ? AS asked) ${asked}`;

/** What events are read from whose ids the parameter lists as JSON. */
export const eventsAmong = `(SELECT value AS asked FROM json_each(?)) ${asked}`;

/** The event that a row of the log holds. */
export function eventOf({ id, stream, type, at, by, seen, data }: LogRow): SyncEvent {
  return {
    id,
    stream,
    type,
    at,
    by,
    ...(seen === null ? {} : { seen }),
    data: JSON.parse(data)
  };
}

/**
 * The same event as JSON text, as it goes over the wire. What is put between the quotes was checked when it came in:
 * ids, names and stamps hold no character that JSON would escape; `data` is JSON already. One text, not a tree of its
 * parts: it may be kept for long (recent-events.server.ts), and the tree takes three times the space.
 */
export function eventText({ id, stream, type, at, by, seen, data }: Omit<LogRow, 'seq'>): string {
  const before = seen === null ? '' : `,"seen":"${seen}"`;
  const head = ['{"id":"', id, '","stream":"', stream, '","type":"', type, '","at":"', at, '","by":"', by, '"', before];
  return [...head, ',"data":', data, '}'].join('');
}

/**
 * The same text, made of a row by SQLite itself: a page of four thousand events comes as one piece of bytes, in a third
 * of the time. What is NULL adds nothing (`seen`).
 */
export const eventTextSql = `concat('{"id":"', id, '","stream":"', stream, '","type":"', type, '","at":"', at, '","by":"', "by",
  '"', ',"seen":"' || seen || '"', ',"data":', data, '}')`;
