import * as v from 'valibot';
import { eventIdSchema, type EventType } from '$lib/sync/event';

const subjectId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));
const contentId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

const raiseData = v.object({
  /** whoever raises it also made the last step on this tablet: then a name can be read from that step */
  lastHere: v.optional(v.boolean())
});

const call = v.object({ call: eventIdSchema });
const answerData = v.object({
  call: eventIdSchema,
  coming: v.boolean(),
  /** takes back that somebody has been there: the hand is up again */
  again: v.optional(v.boolean())
});

const offerData = v.object({
  course: contentId,
  lesson: contentId,
  /** one club tablet; nothing: all at the meeting */
  tablet: v.optional(subjectId)
});

const offer = v.object({ offer: eventIdSchema });

/** What a tablet can say to "Bitte öffnen". */
export const offerAnswers = ['opened', 'later'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

const offerAnswerData = v.object({ offer: eventIdSchema, answer: v.picklist(offerAnswers) });

/**
 * A tablet is a raised hand. By the tablet, never by a person: who needed help is nobody's business after the meeting
 * (docs/decisions/0026).
 */
export const helpRaised: EventType<v.InferOutput<typeof raiseData>> = {
  type: 'help.raised',
  streams: ['meeting'],
  schema: raiseData
};

/** The hand is down: the tablet lowered it, or a trainer has been there. */
export const helpEnded: EventType<v.InferOutput<typeof call>> = {
  type: 'help.ended',
  streams: ['meeting'],
  schema: call
};

/** "Ich komme", or "doch nicht". */
export const helpAnswered: EventType<v.InferOutput<typeof answerData>> = {
  type: 'help.answered',
  streams: ['meeting'],
  schema: answerData
};

/** "Bitte öffnen": a trainer shows a lesson to one tablet or to all. */
export const lessonOffered: EventType<v.InferOutput<typeof offerData>> = {
  type: 'lesson.offered',
  streams: ['meeting'],
  schema: offerData
};

/** The trainer takes it back. */
export const offerWithdrawn: EventType<v.InferOutput<typeof offer>> = {
  type: 'offer.withdrawn',
  streams: ['meeting'],
  schema: offer
};

/** A tablet opened the lesson, or rather not now. */
export const offerAnswered: EventType<v.InferOutput<typeof offerAnswerData>> = {
  type: 'offer.answered',
  streams: ['meeting'],
  schema: offerAnswerData
};
