import type { Behind } from './behind';
import { participations } from './figures';
import type { ReportedMeeting } from './held-meetings.server';
import { guestsAt } from './guests-at.server';

/** The meetings that were counted in a figure, each with its part of it. */
export function countedMeetings(meetings: readonly ReportedMeeting[], { kind, venue, group }: Behind) {
  return meetings
    .filter((one) => (venue === undefined || one.venue === venue) && (group === undefined || one.group === group))
    .filter(({ isCancelled, isClosed }) => isCancelled === (kind === 'cancelled') && !(kind === 'open' && isClosed))
    .map((one) => ({
      id: one.id,
      date: one.date,
      groupName: one.groupName,
      isClosed: one.isClosed,
      participations: participations([one]),
      guests: guestsAt([one]),
      heads: one.heads
    }));
}
