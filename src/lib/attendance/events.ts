import * as v from 'valibot';
import { eventIdSchema, type EventType } from '$lib/sync/event';

const subjectId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));
const plainDate = v.pipe(v.string(), v.isoDate());
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(720));

/** `open` takes a mark back: nobody has said anything. `excused`: beforehand. */
export const statuses = ['open', 'present', 'late', 'left-early', 'excused', 'excused-afterwards', 'absent'] as const;
export type AttendanceStatus = (typeof statuses)[number];

/**
 * Why somebody was not there, where a course has to say it: at a work placement, gone over to another course (the marks P
 * and W of integration courses). No word about health: nobody may ask for it here (GDPR, Article 9).
 */
export const reasons = ['placement', 'change'] as const;

/** Characters, at most: so that no alphabet goes beyond the size of an event. */
export const longestNote = { mark: 300, meeting: 1200 } as const;

const openingData = v.object({ group: subjectId, date: plainDate });

const markData = v.pipe(
  v.object({
    person: subjectId,
    status: v.optional(v.picklist(statuses)),
    /** minutes late, or minutes left early; 0: nobody knows */
    minutes: v.optional(minutes),
    /** minutes left early by somebody who also came late */
    early: v.optional(minutes),
    /** one of `reasons`; nothing in it takes it back */
    reason: v.optional(v.pipe(v.string(), v.maxLength(200))),
    /** a trainer's own words about this person on this day; nothing in it takes them back */
    note: v.optional(v.pipe(v.string(), v.maxLength(longestNote.mark))),
    /** where marks stood side by side: those that were shown beside the one in `seen` */
    also: v.optional(v.pipe(v.array(eventIdSchema), v.maxLength(8)))
  }),
  v.check(({ person: _, also: __, ...says }) => Object.keys(says).length > 0, 'A mark says something')
);
export type MarkData = v.InferOutput<typeof markData>;

const noteData = v.object({ text: v.pipe(v.string(), v.maxLength(longestNote.meeting)) });

/** A meeting takes place: somebody opened its sheet. */
export const meetingOpened: EventType<v.InferOutput<typeof openingData>> = {
  type: 'meeting.opened',
  streams: ['meeting'],
  schema: openingData
};

/** Somebody said whether a person was there. `seen`: the mark that was shown then, if any. */
export const attendanceMarked: EventType<MarkData> = {
  type: 'attendance.marked',
  streams: ['meeting'],
  schema: markData,
  about: {
    person: ({ person }) => person,
    // The id names nobody any more; a reason or a note in words may.
    anonymous: ({ reason: _, note: __, ...mark }) => mark
  }
};

/** What a trainer wants to remember of the whole meeting. `seen`: the version that was shown then. */
export const meetingNoted: EventType<v.InferOutput<typeof noteData>> = {
  type: 'meeting.noted',
  streams: ['meeting'],
  schema: noteData
};
