import * as v from 'valibot';
import { eventIdSchema, type EventType } from '$lib/sync/event';

const subjectId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));
/** A permanent id of the content. */
const contentId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
const named = { course: contentId, lesson: contentId };

/** How far a lesson was reached. `open` takes a word back: nobody has said anything. */
export const reaches = ['open', 'done', 'begun', 'not-yet'] as const;
export type Reach = (typeof reaches)[number];

/** What often is hard. Of the evening, never of a person. */
export const difficulties = ['pace', 'fingers', 'words', 'tablets', 'internet', 'room'] as const;
export type Difficulty = (typeof difficulties)[number];

/** Where words stand: notes for the day, what was hard, what comes next time. */
export const wordParts = ['plan', 'hard', 'next'] as const;
export type WordPart = (typeof wordParts)[number];

/** `none` takes the wish back; `made`: somebody has called. */
export const callStates = ['wanted', 'made', 'none'] as const;
export type CallState = (typeof callStates)[number];

/** Characters of a note, at most: so that no alphabet goes beyond the size of an event. */
export const longestWords = 1000;
/** How many entries one new one can take the place of. */
export const mostAtOnce = 8;

const entries = v.pipe(v.array(eventIdSchema), v.maxLength(mostAtOnce));

const lessonData = v.object(named);
const droppedData = v.object({ ...named, plannings: v.pipe(entries, v.minLength(1)) });
const reachedData = v.object({ ...named, how: v.picklist(reaches) });
const proposedData = v.object({ ...named, on: v.boolean() });

/** A lesson belongs to the plan of a meeting. */
export const lessonPlanned: EventType<v.InferOutput<typeof lessonData>> = {
  type: 'lesson.planned',
  streams: ['meeting'],
  schema: lessonData
};

/** It does not belong to it any more: takes back the plannings that were shown, and no other. */
export const lessonDropped: EventType<v.InferOutput<typeof droppedData>> = {
  type: 'lesson.dropped',
  streams: ['meeting'],
  schema: droppedData
};

/** How far the group came with a lesson. */
export const lessonReached: EventType<v.InferOutput<typeof reachedData>> = {
  type: 'lesson.reached',
  streams: ['meeting'],
  schema: reachedData
};

/** A lesson should come next time, or should not after all. It stands in the meeting after which it was said. */
export const lessonProposed: EventType<v.InferOutput<typeof proposedData>> = {
  type: 'lesson.proposed',
  streams: ['meeting'],
  schema: proposedData
};

const wordsData = v.object({
  part: v.picklist(wordParts),
  /** empty: what it replaces is struck out */
  text: v.pipe(v.string(), v.maxLength(longestWords)),
  /** the entries that were shown and that this one stands for now */
  replaces: v.optional(entries)
});

/** A note. Two who write at once have both written: only what was shown is replaced. */
export const wordsWritten: EventType<v.InferOutput<typeof wordsData>> = {
  type: 'words.written',
  streams: ['meeting'],
  schema: wordsData,
  freeWords: ['text']
};

const difficultyData = v.object({ what: v.picklist(difficulties), on: v.boolean() });

/** Something was hard that evening, or was not after all. */
export const difficultyNamed: EventType<v.InferOutput<typeof difficultyData>> = {
  type: 'difficulty.named',
  streams: ['meeting'],
  schema: difficultyData
};

const callData = v.object({ person: subjectId, state: v.picklist(callStates) });

/** Somebody should be called, and no word why. */
export const callNoted: EventType<v.InferOutput<typeof callData>> = {
  type: 'call.noted',
  streams: ['meeting'],
  schema: callData,
  about: { person: ({ person }) => person, anonymous: ({ person }) => ({ person, state: 'none' }) }
};
