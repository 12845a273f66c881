import { subjectOf, type EventId } from '$lib/sync/event';
import { earlier } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { meetingOpened } from './events';

/** That a meeting takes place, for which group, and who opened its sheet first. */
export interface MeetingOpening {
  readonly meeting: string;
  readonly group: string;
  /** plain date of the venue's zone */
  readonly date: string;
  /** what was planned then, and what a unit was */
  readonly start?: string;
  readonly end?: string;
  readonly unitMinutes?: number;
  /** who opened it does not train the group, and stood in */
  readonly standIn?: boolean;
  readonly by: string;
  readonly at: string;
  readonly id: EventId;
}

/** The first opening counts. Key: `<meeting>`. */
export const meetingOpening = projection<MeetingOpening>('meeting-opening', 3, [
  on(meetingOpened, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold(row, { id, at, by, stream, data: { group, date, start, end, unitMinutes, standIn } }) {
      const rules = {
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...(unitMinutes === undefined ? {} : { unitMinutes }),
        ...(standIn ? { standIn } : {})
      };
      return earlier(row, { meeting: subjectOf(stream), group, date, ...rules, by, at, id });
    }
  })
]);
