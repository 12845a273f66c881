import { subjectOf, type EventId } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { difficultyNamed, difficulties, type Difficulty } from './events';

interface Said {
  readonly id: EventId;
  readonly at: string;
  readonly on: boolean;
}

/** What was hard at a meeting: each difficulty a register by itself, last writer wins. */
export interface Debrief {
  readonly meeting: string;
  readonly hard: Readonly<Partial<Record<Difficulty, Said>>>;
}

/** Key: `<meeting>`. */
export const debrief = projection<Debrief>('debrief', 1, [
  on(difficultyNamed, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold: (row, { id, at, stream, data: { what, on: isOn } }) => ({
      meeting: subjectOf(stream),
      hard: { ...row?.hard, [what]: later(row?.hard[what], { id, at, on: isOn }) }
    })
  })
]);

/** The difficulties that count, in the order in which they are asked. */
export const hardOf = (row: Debrief | undefined): Difficulty[] =>
  difficulties.filter((what) => row?.hard[what]?.on === true);
