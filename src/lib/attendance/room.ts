import type { Room } from '$lib/sync/projection';
import { attendance } from './attendance';
import { attendanceMarked, meetingOpened } from './events';
import { meetingOpening } from './meeting-opening';

/** What attendance brings to the sync engine. */
export const attendanceRoom: Room = {
  name: 'attendance',
  eventTypes: [meetingOpened, attendanceMarked],
  projections: [attendance, meetingOpening]
};
