import type { Room } from '$lib/sync/projection';
import { callWish } from './call-wish';
import { debrief } from './debrief';
import {
  callNoted,
  difficultyNamed,
  lessonDropped,
  lessonPlanned,
  lessonProposed,
  lessonReached,
  wordsWritten
} from './events';
import { meetingWords } from './meeting-words';
import { plannedLesson } from './planned-lesson';

/** What lesson plans bring to the sync engine. */
export const planRoom: Room = {
  name: 'plan',
  eventTypes: [lessonPlanned, lessonDropped, lessonReached, lessonProposed, wordsWritten, difficultyNamed, callNoted],
  projections: [plannedLesson, meetingWords, debrief, callWish]
};
