import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { ageBands, genders, tallyTaken, type TallyData } from './events';

/** How many of those who were there put up their hand, by age and by gender; nobody is named. */
export interface Taking extends TallyData {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
}

/** Every tally that was taken at a meeting, in order of time. The last one counts. */
export interface Tally {
  readonly meeting: string;
  readonly takings: readonly Taking[];
}

/** Key: `<meeting>`. */
export const tally = projection<Tally>('tally', 1, [
  on(tallyTaken, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold: (row, { id, at, by, stream, data: { ages, genders: told } }) => ({
      meeting: subjectOf(stream),
      takings: withEntry(row?.takings ?? [], { id, at, by, ages, genders: told })
    })
  })
]);

/** What counts of a meeting's tally; nothing where none was taken. */
export const lastTally = (row: Tally | undefined): TallyData => row?.takings.at(-1) ?? { ages: {}, genders: {} };

/** How many hands were counted, by age and by gender. */
export function handsOf({ ages, genders: told }: TallyData): { readonly ages: number; readonly genders: number } {
  return {
    ages: ageBands.reduce((sum, band) => sum + (ages[band] ?? 0), 0),
    genders: genders.reduce((sum, gender) => sum + (told[gender] ?? 0), 0)
  };
}
