import * as v from 'valibot';
import { eventIdSchema, type EventType } from '$lib/sync/event';

/** A permanent id of the content: lower case, digits and hyphens. */
const contentId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

const lessonPlace = { course: contentId, lesson: contentId };
const stepPlace = { ...lessonPlace, step: contentId };

const placeData = v.object(stepPlace);
const stepData = v.object(stepPlace);
const lessonData = v.object(lessonPlace);
const practiceData = v.object({ ...stepPlace, outcome: v.picklist(['done', 'helped']) });
const answerData = v.object({
  ...stepPlace,
  /** which choice, counted from 0 */
  choice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(19)),
  right: v.boolean()
});

const reviewData = v.object({ ...stepPlace, how: v.picklist(['remembered', 'forgotten']) });

export type PracticeOutcome = v.InferOutput<typeof practiceData>['outcome'];
export type Recalled = v.InferOutput<typeof reviewData>['how'];

/** Somebody is on this step now: where they find themselves next time. */
export const placeMoved: EventType<v.InferOutput<typeof placeData>> = {
  type: 'place.moved',
  streams: ['progress'],
  schema: placeData
};

const pathData = v.object({
  /** a permanent id of `content/paths`; nothing: the path is put away */
  path: v.optional(contentId)
});

/** "Womit fangen wir an?": the path that somebody goes, until they choose another or put it away. */
export const pathChosen: EventType<v.InferOutput<typeof pathData>> = {
  type: 'path.chosen',
  streams: ['progress'],
  schema: pathData
};

export const stepCompleted: EventType<v.InferOutput<typeof stepData>> = {
  type: 'step.completed',
  streams: ['progress'],
  schema: stepData
};

export const lessonCompleted: EventType<v.InferOutput<typeof lessonData>> = {
  type: 'lesson.completed',
  streams: ['progress'],
  schema: lessonData
};

/** A practice was finished: alone, or with the help it offers. */
export const practiceCompleted: EventType<v.InferOutput<typeof practiceData>> = {
  type: 'practice.completed',
  streams: ['progress'],
  schema: practiceData
};

/** An answer to a question. The person's own business: trainers do not see it. */
export const answerGiven: EventType<v.InferOutput<typeof answerData>> = {
  type: 'answer.given',
  streams: ['learner'],
  schema: answerData
};

/**
 * A question of a finished lesson came back, and this is how its first answer was: what "Auffrischen" reckons with. The
 * person's own business: trainers do not see it.
 */
export const reviewAnswered: EventType<v.InferOutput<typeof reviewData>> = {
  type: 'review.answered',
  streams: ['learner'],
  schema: reviewData
};

/** Characters of an own note, and of words for the trainer, at most: so that no alphabet goes beyond an event's size. */
export const longestNote = 1000;
export const longestQuestion = 300;

const noteData = v.object({
  ...stepPlace,
  /** empty: it is struck out */
  text: v.pipe(v.string(), v.maxLength(longestNote))
});

/** A note that somebody wrote for themselves at a step. Nobody else ever reads it. */
export const noteWritten: EventType<v.InferOutput<typeof noteData>> = {
  type: 'note.written',
  streams: ['learner'],
  schema: noteData
};

const askedData = v.object({
  ...stepPlace,
  /** only what the person chose to send */
  words: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(longestQuestion)))
});

/** "Das will ich fragen": the trainers of the person's groups see it before they meet. */
export const questionAsked: EventType<v.InferOutput<typeof askedData>> = {
  type: 'question.asked',
  streams: ['progress'],
  schema: askedData
};

/** The person does not want to ask it any more. */
export const questionWithdrawn: EventType<v.InferOutput<typeof stepData>> = {
  type: 'question.withdrawn',
  streams: ['progress'],
  schema: stepData
};

const answeredData = v.object({ ...stepPlace, question: eventIdSchema, on: v.boolean() });

/** A trainer has answered it, or has not after all. Counts for the asking that was shown, not for a later one. */
export const questionAnswered: EventType<v.InferOutput<typeof answeredData>> = {
  type: 'question.answered',
  streams: ['progress'],
  schema: answeredData
};
