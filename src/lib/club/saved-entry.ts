import * as v from 'valibot';
import { parseStream, type SyncEvent } from '$lib/sync/event';
import type { Snapshot } from '$lib/sync/snapshot';
import { fullName } from './roster';

/** What an entry is called where people see it. */
export type EntryKind =
  | 'step'
  | 'place'
  | 'path'
  | 'device'
  | 'lesson'
  | 'practice'
  | 'answer'
  | 'review'
  | 'ownNote'
  | 'question'
  | 'attendance'
  | 'meeting'
  | 'note'
  | 'closed'
  | 'reopened'
  | 'guest'
  | 'guestRemoved'
  | 'guestProposed'
  | 'heads'
  | 'proposal'
  | 'plan'
  | 'planNote'
  | 'debrief'
  | 'tally'
  | 'hand'
  | 'offer'
  | 'lock'
  | 'family'
  | 'other';

const kinds: ReadonlyMap<string, EntryKind> = new Map([
  ['step.completed', 'step'],
  ['place.moved', 'place'],
  ['path.chosen', 'path'],
  ['device.chosen', 'device'],
  ['lesson.completed', 'lesson'],
  ['practice.completed', 'practice'],
  ['answer.given', 'answer'],
  ['review.answered', 'review'],
  ['note.written', 'ownNote'],
  ['question.asked', 'question'],
  ['question.withdrawn', 'question'],
  ['question.answered', 'question'],
  ['attendance.marked', 'attendance'],
  ['meeting.opened', 'meeting'],
  ['meeting.noted', 'note'],
  ['sheet.closed', 'closed'],
  ['sheet.reopened', 'reopened'],
  ['guest.added', 'guest'],
  ['guest.removed', 'guestRemoved'],
  ['guest.proposed', 'guestProposed'],
  ['heads.counted', 'heads'],
  ['presence.proposed', 'proposal'],
  ['lesson.planned', 'plan'],
  ['lesson.dropped', 'plan'],
  ['words.written', 'planNote'],
  ['lesson.reached', 'debrief'],
  ['lesson.proposed', 'debrief'],
  ['difficulty.named', 'debrief'],
  // Whom to call is nobody's to read on a device that others use.
  ['call.noted', 'debrief'],
  ['tally.taken', 'tally'],
  ['help.raised', 'hand'],
  ['help.ended', 'hand'],
  ['help.answered', 'hand'],
  ['lesson.offered', 'offer'],
  ['offer.withdrawn', 'offer'],
  ['offer.answered', 'offer'],
  ['lock.lifted', 'lock'],
  ['family.sealed', 'family'],
  ['family.moved', 'family']
]);

export const entryKind = (type: string): EntryKind => kinds.get(type) ?? 'other';

/** Who looks at the entries of a device. */
export interface Viewer {
  /** the person who is learning on it now */
  readonly person?: string | undefined;
  /** the staff member who is signed in */
  readonly staff?: string | undefined;
}

/**
 * Whether somebody may see more of an entry than that it is there: staff, and whoever made it. On a shared tablet
 * nobody reads what the others did.
 */
export function maySee({ by }: Pick<SyncEvent, 'by'>, { person, staff }: Viewer): boolean {
  return staff !== undefined || (person !== undefined && by === `person/${person}`);
}

/** Somebody as they are named to the viewer. */
export type Named = 'you' | 'other' | { readonly name: string };

export interface EntryFacts {
  readonly kind: EntryKind;
  /** whom it is about, but for the viewer's own progress */
  readonly about?: Named;
  /** the meeting's group and day, where the device knows it */
  readonly meeting?: { readonly group: string; readonly date: string };
  /** the status that was marked */
  readonly mark?: string;
  readonly author: Named;
}

const markSchema = v.object({ person: v.string(), status: v.optional(v.string()) });

/** What can be said of an entry to somebody who may see it. Of answers never more than that there is one. */
export function entryFacts(event: SyncEvent, viewer: Viewer, snapshot: Snapshot | undefined): EntryFacts {
  const stream = parseStream(event.stream);
  const mark = v.is(markSchema, event.data) && event.type === 'attendance.marked' ? event.data : undefined;
  const author = named(event.by, viewer, snapshot);
  if (stream?.kind !== 'meeting') return { kind: entryKind(event.type), author };
  const meeting = meetingOf(stream.id, snapshot);
  return {
    kind: entryKind(event.type),
    author,
    ...(mark ? { about: named(`person/${mark.person}`, viewer, snapshot) } : {}),
    ...(mark?.status === undefined ? {} : { mark: mark.status }),
    ...(meeting ? { meeting } : {})
  };
}

function named(who: string, { person, staff }: Viewer, snapshot: Snapshot | undefined): Named {
  if (who === `person/${person ?? ''}` || who === `staff/${staff ?? ''}`) return 'you';
  const member = snapshot?.members.find(({ id }) => who === `person/${id}`);
  return member ? { name: fullName(member) } : 'other';
}

/** A meeting's id names its group and day, also where it was never planned. */
function meetingOf(id: string, snapshot: Snapshot | undefined): EntryFacts['meeting'] {
  const planned = snapshot?.meetings.find((meeting) => meeting.id === id);
  const date = planned?.date ?? /\d{4}-\d\d-\d\d$/.exec(id)?.[0];
  const group = snapshot?.groups.find((one) => one.id === (planned?.group ?? id.split('.')[0]));
  return group && date ? { group: group.name, date } : undefined;
}

/** How many there are of each kind, the most first: all that others are told. */
export function kindCounts(events: readonly Pick<SyncEvent, 'type'>[]): { kind: EntryKind; count: number }[] {
  const counts = new Map<EntryKind, number>();
  for (const { type } of events) counts.set(entryKind(type), (counts.get(entryKind(type)) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count);
}
