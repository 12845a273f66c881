import { subjectOf } from '$lib/sync/event';
import { on, projection } from '$lib/sync/projection';
import { attendanceKey, isHere, type Mark } from './attendance';
import { presenceProposed } from './events';

/** Somebody tapped "Ich bin da" on a club tablet: a proposal, which counts for nothing until a trainer says so. */
export interface PresenceProposal {
  readonly meeting: string;
  readonly person: string;
  /** the latest one */
  readonly at: string;
}

/** The latest counts. Key: `<meeting>|<person>`. */
export const presenceProposal = projection<PresenceProposal>('presence-proposal', 1, [
  on(presenceProposed, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold: (row, { at, stream, data: { person } }) => ({
      meeting: subjectOf(stream),
      person,
      at: row !== undefined && row.at > at ? row.at : at
    })
  })
]);

/** Whether a proposal waits for a trainer: nobody has said since that they are there, or not. */
export function isProposed(proposal: PresenceProposal | undefined, marks: readonly Mark[]): boolean {
  const last = marks.findLast(({ status }) => status !== undefined);
  return proposal !== undefined && (last?.status === undefined || (!isHere(last.status) && last.at < proposal.at));
}
