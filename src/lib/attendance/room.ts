import type { Room } from '$lib/sync/projection';
import { attendance } from './attendance';
import { attendanceMarked, meetingNoted, meetingOpened } from './events';
import { meetingNote } from './meeting-note';
import { meetingOpening } from './meeting-opening';

/** What attendance brings to the sync engine. */
export const attendanceRoom: Room = {
  name: 'attendance',
  eventTypes: [meetingOpened, attendanceMarked, meetingNoted],
  projections: [attendance, meetingOpening, meetingNote]
};
