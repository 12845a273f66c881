import * as v from 'valibot';
import { longestName } from '$lib/club/member-name';
import { eventIdSchema, type EventType } from '$lib/sync/event';

const subjectId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));
const plainDate = v.pipe(v.string(), v.isoDate());
const plainTime = v.pipe(v.string(), v.isoTime());
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
export const longestNote = { mark: 300, meeting: 1200, why: 200 } as const;

/** Marks that one mark names beside the one that it saw: more than so many never stand side by side. */
export const mostBeside = 8;

/**
 * Marks that a closing names: more people than that are counted, not named; what is beyond is shown as unknown to the
 * closing, never lost.
 */
export const mostMarks = 220;

/** Of an id, so much that no two are alike: a closing of a full house has to fit into one event. */
export const tailLength = 12;

/** Heads at one meeting, at most: a whole town at its festival. */
export const mostHeads = 9999;

const why = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestNote.why));
const ofUnit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240));

const openingData = v.object({
  group: subjectId,
  date: plainDate,
  /** what was planned when it was opened */
  start: v.optional(plainTime),
  end: v.optional(plainTime),
  unitMinutes: v.optional(ofUnit),
  /** by somebody who does not train the group: in place of who does */
  standIn: v.optional(v.boolean())
});

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
    also: v.optional(v.pipe(v.array(eventIdSchema), v.maxLength(mostBeside))),
    /** the club tablet that it was made on */
    tablet: v.optional(subjectId),
    /** of a correction: the closing of the list that was known, and why it is changed all the same */
    closing: v.optional(eventIdSchema),
    why: v.optional(why)
  }),
  v.check((mark) => saysSomething(mark), 'A mark says something')
);

/** Not only where and why: something about the person. */
function saysSomething(mark: object): boolean {
  return ['status', 'minutes', 'early', 'reason', 'note'].some((register) => register in mark);
}

export type MarkData = v.InferOutput<typeof markData>;

const closingData = v.object({
  start: plainTime,
  end: plainTime,
  unitMinutes: ofUnit,
  /** the tails of the ids of the marks that were shown (closing.ts) */
  marks: v.pipe(v.array(v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${tailLength}}$`)))), v.maxLength(mostMarks))
});

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
    // The id names nobody any more; words may.
    anonymous: ({ reason: _, note: __, why: ___, ...mark }) => mark
  },
  freeWords: ['note', 'reason', 'why']
};

/** What a trainer wants to remember of the whole meeting. `seen`: the version that was shown then. */
export const meetingNoted: EventType<v.InferOutput<typeof noteData>> = {
  type: 'meeting.noted',
  streams: ['meeting'],
  schema: noteData,
  freeWords: ['text']
};

/** The list is closed: what was shown of it stands, and so do the rules that its figures are reckoned by. */
export const sheetClosed: EventType<v.InferOutput<typeof closingData>> = {
  type: 'sheet.closed',
  streams: ['meeting'],
  schema: closingData
};

const reopeningData = v.object({ why });

/** The list is open again. `seen`: the closing that was taken back. */
export const sheetReopened: EventType<v.InferOutput<typeof reopeningData>> = {
  type: 'sheet.reopened',
  streams: ['meeting'],
  schema: reopeningData,
  freeWords: ['why']
};

const guestData = v.object({ person: subjectId, firstName: v.optional(v.pipe(v.string(), v.maxLength(longestName))) });

/** Somebody is here who is no member. Said again it may say another name. */
export const guestAdded: EventType<v.InferOutput<typeof guestData>> = {
  type: 'guest.added',
  streams: ['meeting'],
  schema: guestData,
  about: {
    person: ({ person }) => person,
    anonymous: ({ person }) => ({ person })
  }
};

const personData = v.object({ person: subjectId });

/** A guest was written down by mistake. `seen`: the adding that is taken back. */
export const guestRemoved: EventType<v.InferOutput<typeof personData>> = {
  type: 'guest.removed',
  streams: ['meeting'],
  schema: personData,
  about: { person: ({ person }) => person, anonymous: (data) => data }
};

/** A learner says on a club tablet that they are there; a trainer confirms it, or not. */
export const presenceProposed: EventType<v.InferOutput<typeof personData>> = {
  type: 'presence.proposed',
  streams: ['meeting'],
  schema: personData,
  about: { person: ({ person }) => person, anonymous: (data) => data }
};

const askedData = v.object({
  person: subjectId,
  firstName: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestName))),
  /** says of themselves that they are new; else they have been here before, and no list knew the name */
  isNew: v.boolean()
});

/** Somebody gave their first name at the door; a trainer writes them down as a guest, or not. `person` is a new id. */
export const guestProposed: EventType<v.InferOutput<typeof askedData>> = {
  type: 'guest.proposed',
  streams: ['meeting'],
  schema: askedData,
  about: { person: ({ person }) => person, anonymous: ({ person, isNew }) => ({ person, isNew }) },
  // Struck out a day later (upkeep): whoever was written down has their name there.
  freeWords: ['firstName']
};

const headsData = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostHeads)),
  /** of a crowd, by eye */
  estimated: v.optional(v.boolean())
});

/** So many people were there whom nobody names. `seen`: the count that was shown then. */
export const headsCounted: EventType<v.InferOutput<typeof headsData>> = {
  type: 'heads.counted',
  streams: ['meeting'],
  schema: headsData
};

/** Ages as funding bodies ask for them; `untold`: hands that did not want to say. */
export const ageBands = ['under-14', '14-17', '18-26', '27-59', '60-74', 'from-75', 'untold'] as const;
export type AgeBand = (typeof ageBands)[number];

export const genders = ['women', 'men', 'diverse', 'untold'] as const;
export type Gender = (typeof genders)[number];

/** Fewer hands than this would point at single people: they are not counted at all. */
export const fewestHands = 5;

const hands = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
const isEnough = (counts: Readonly<Record<string, number | undefined>>): boolean => {
  const sum = Object.values(counts).reduce<number>((all, count = 0) => all + count, 0);
  return sum === 0 || sum >= fewestHands;
};

const tallyData = v.object({
  ages: v.pipe(v.record(v.picklist(ageBands), hands), v.check(isEnough, 'Too few hands')),
  genders: v.pipe(v.record(v.picklist(genders), hands), v.check(isEnough, 'Too few hands'))
});

/** Counts of hands, by age and by gender. */
export interface TallyData {
  readonly ages: Readonly<Partial<Record<AgeBand, number>>>;
  readonly genders: Readonly<Partial<Record<Gender, number>>>;
}

/**
 * A show of hands, for the figures of a year: anonymous and voluntary, of a meeting and never of a person. `seen`: the
 * tally that was shown then.
 */
export const tallyTaken: EventType<TallyData> = { type: 'tally.taken', streams: ['meeting'], schema: tallyData };
