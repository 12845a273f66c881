import * as v from 'valibot';
import type { EventType } from '$lib/sync/event';

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
