import type { Room } from '$lib/sync/projection';
import { answers } from './answers';
import { answerGiven, lessonCompleted, placeMoved, practiceCompleted, reviewAnswered, stepCompleted } from './events';
import { place } from './place';
import { progress } from './progress';
import { reviews } from './review/reviews';

/** What learning brings to the sync engine. */
export const learningRoom: Room = {
  name: 'learning',
  eventTypes: [placeMoved, stepCompleted, lessonCompleted, practiceCompleted, answerGiven, reviewAnswered],
  projections: [progress, place, answers, reviews]
};
