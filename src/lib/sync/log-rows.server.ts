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
