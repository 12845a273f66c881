import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { headsCounted } from './events';

export interface Count {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  readonly count: number;
  /** of a crowd, by eye */
  readonly estimated?: boolean;
}

/** How many people were there whom nobody names: every count, in order of time. The last one counts. */
export interface HeadCount {
  readonly meeting: string;
  readonly counts: readonly Count[];
}

/** Key: `<meeting>`. */
export const headCount = projection<HeadCount>('head-count', 1, [
  on(headsCounted, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold: (row, { id, at, by, stream, data: { count, estimated } }) => ({
      meeting: subjectOf(stream),
      counts: withEntry(row?.counts ?? [], { id, at, by, count, ...(estimated ? { estimated } : {}) })
    })
  })
]);
