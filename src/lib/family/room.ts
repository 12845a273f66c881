import type { Room } from '$lib/sync/projection';
import { familyJoined, familyLeft, familyMoved, familySealed } from './device-events';
import { deedTypes } from './events';
import { family } from './kept';
import { entries, ring } from './ring';
import { familyTimes } from './week/kept-times';

/** What families bring to the sync engine. */
export const familyRoom: Room = {
  name: 'family',
  eventTypes: [...deedTypes, familySealed, familyMoved, familyJoined, familyLeft],
  projections: [family, familyTimes, entries, ring]
};
