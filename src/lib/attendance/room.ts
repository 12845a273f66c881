import type { Room } from '$lib/sync/projection';
import { attendance } from './attendance';
import { sheetClosing } from './closing';
import { attendanceMarked, meetingNoted, meetingOpened, sheetClosed, sheetReopened } from './events';
import { meetingNote } from './meeting-note';
import { meetingOpening } from './meeting-opening';

/** What attendance brings to the sync engine. */
export const attendanceRoom: Room = {
  name: 'attendance',
  eventTypes: [meetingOpened, attendanceMarked, meetingNoted, sheetClosed, sheetReopened],
  projections: [attendance, meetingOpening, meetingNote, sheetClosing]
};
