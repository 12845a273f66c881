import type { Room } from '$lib/sync/projection';
import { attendance } from './attendance';
import { sheetClosing } from './closing';
import {
  attendanceMarked,
  guestAdded,
  guestProposed,
  guestRemoved,
  headsCounted,
  meetingNoted,
  meetingOpened,
  presenceProposed,
  sheetClosed,
  sheetReopened,
  tallyTaken
} from './events';
import { guests } from './guests';
import { headCount } from './head-count';
import { meetingNote } from './meeting-note';
import { meetingOpening } from './meeting-opening';
import { presenceProposal } from './presence-proposal';
import { tally } from './tally';

/** What attendance brings to the sync engine. */
export const attendanceRoom: Room = {
  name: 'attendance',
  eventTypes: [
    meetingOpened,
    attendanceMarked,
    meetingNoted,
    sheetClosed,
    sheetReopened,
    guestAdded,
    guestProposed,
    guestRemoved,
    headsCounted,
    presenceProposed,
    tallyTaken
  ],
  projections: [attendance, meetingOpening, meetingNote, sheetClosing, guests, headCount, presenceProposal, tally]
};
