import * as v from 'valibot';
import type { EventType } from '$lib/sync/event';

const subjectId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));
const plainDate = v.pipe(v.string(), v.isoDate());

/** `open` takes a mark back: nobody has said anything. */
export const statuses = ['open', 'present', 'late', 'left-early', 'excused', 'absent'] as const;
export type AttendanceStatus = (typeof statuses)[number];

const openingData = v.object({ group: subjectId, date: plainDate });

const markData = v.pipe(
  v.object({
    person: subjectId,
    status: v.optional(v.picklist(statuses)),
    /** minutes late, or minutes left early */
    minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(720))),
    reason: v.optional(v.pipe(v.string(), v.maxLength(200)))
  }),
  v.check(
    (mark) => mark.status !== undefined || mark.minutes !== undefined || mark.reason !== undefined,
    'A mark says something'
  )
);

/** A meeting takes place: somebody opened its sheet. */
export const meetingOpened: EventType<v.InferOutput<typeof openingData>> = {
  type: 'meeting.opened',
  streams: ['meeting'],
  schema: openingData
};

/** Somebody said whether a person was there. `seen`: the mark that was shown then, if any. */
export const attendanceMarked: EventType<v.InferOutput<typeof markData>> = {
  type: 'attendance.marked',
  streams: ['meeting'],
  schema: markData,
  about: {
    person: ({ person }) => person,
    // The id names nobody any more; a reason in words may.
    anonymous: ({ reason: _, ...mark }) => mark
  }
};
