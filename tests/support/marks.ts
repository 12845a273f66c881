import { formatStamp } from '$lib/base/clock';
import { attendance, type Attendance } from '$lib/attendance/attendance';
import { attendanceMarked } from '$lib/attendance/events';
import type { EventId, SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from './events';

interface Wanted {
  readonly by?: string;
  readonly seen?: EventId;
  /** what it says of Anna, or of another person */
  readonly [says: string]: unknown;
}

/** A stamp that counts: later numbers are later. */
export const stampAt = (count: number): string => formatStamp({ ms: count, counter: 0, device: 'd' });

/** The mark number `count` at the meeting `m1`: later numbers are later. */
export function aMark(count: number, { by = 'staff/otto', seen, ...says }: Wanted): SyncEvent {
  const data = { person: 'anna', ...says };
  const event = anEvent({
    id: anId(count),
    stream: 'meeting/m1',
    type: attendanceMarked.type,
    by,
    at: stampAt(count),
    data
  });
  return seen === undefined ? event : { ...event, seen };
}

/** The row that marks of one person come to. */
export function markedRow(...marks: readonly SyncEvent[]): Attendance {
  const row = marks.reduce<Attendance | undefined>((kept, mark) => attendance.fold(kept, mark), undefined);
  if (row === undefined) throw new Error('No marks');
  return row;
}
