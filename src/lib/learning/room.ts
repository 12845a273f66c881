import type { Room } from '$lib/sync/projection';
import { answers } from './answers';
import {
  answerGiven,
  lessonCompleted,
  noteWritten,
  pathChosen,
  placeMoved,
  practiceCompleted,
  questionAnswered,
  questionAsked,
  questionWithdrawn,
  reviewAnswered,
  stepCompleted
} from './events';
import { notes } from './notes/notes';
import { questions } from './notes/questions';
import { chosenPath } from './path/chosen-path';
import { place } from './place';
import { progress } from './progress';
import { reviews } from './review/reviews';

/** What learning brings to the sync engine. */
export const learningRoom: Room = {
  name: 'learning',
  eventTypes: [
    ...[placeMoved, stepCompleted, lessonCompleted, practiceCompleted, answerGiven, reviewAnswered],
    ...[noteWritten, questionAsked, questionWithdrawn, questionAnswered, pathChosen]
  ],
  projections: [progress, place, answers, reviews, notes, questions, chosenPath]
};
