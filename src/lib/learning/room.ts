import type { Room } from '$lib/sync/projection';
import { answers } from './answers';
import { answerGiven, lessonCompleted, placeMoved, practiceCompleted, stepCompleted } from './events';
import { place } from './place';
import { progress } from './progress';

/** What learning brings to the sync engine. */
export const learningRoom: Room = {
  name: 'learning',
  eventTypes: [placeMoved, stepCompleted, lessonCompleted, practiceCompleted, answerGiven],
  projections: [progress, place, answers]
};
