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
  readonly by: string;
  readonly at: string;
  readonly id: EventId;
}

/** The first opening counts. Key: `<meeting>`. */
export const meetingOpening = projection<MeetingOpening>('meeting-opening', 1, [
  on(meetingOpened, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold(row, { id, at, by, stream, data: { group, date } }) {
      return earlier(row, { meeting: subjectOf(stream), group, date, by, at, id });
    }
  })
]);
