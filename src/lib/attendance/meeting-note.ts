import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { meetingNoted } from './events';

export interface NoteVersion {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

/** What trainers noted about a meeting: every version, in order of time. The last one counts. */
export interface MeetingNote {
  readonly meeting: string;
  readonly versions: readonly NoteVersion[];
}

/** Key: `<meeting>`. */
export const meetingNote = projection<MeetingNote>('meeting-note', 1, [
  on(meetingNoted, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold: (row, { id, at, by, stream, data: { text } }) => ({
      meeting: subjectOf(stream),
      versions: withEntry(row?.versions ?? [], { id, at, by, text })
    })
  })
]);

/** The text that counts. */
export const noteText = (note: MeetingNote | undefined): string => note?.versions.at(-1)?.text ?? '';
