import type { Group, Member } from '$lib/club/roster';
import type { Draft } from '$lib/sync/event';
import type { Snapshot } from '$lib/sync/snapshot';
import { attendanceKey } from './attendance';
import { presenceProposed } from './events';
import { presenceProposal, type PresenceProposal } from './presence-proposal';
import { meetingNow } from './since';

/** The part of the engine that it takes. */
export interface Device {
  row(projection: typeof presenceProposal, key: string): Promise<PresenceProposal | undefined>;
  record(draft: Draft): Promise<unknown>;
}

interface Tapped {
  readonly snapshot: Snapshot;
  readonly group: Pick<Group, 'id'>;
  readonly member: Pick<Member, 'id'>;
  /** in the zone of the room */
  readonly now: Date;
}

/**
 * A learner took a club tablet while their group meets: that proposes to the trainer, once a meeting, that they are
 * there. It says nothing by itself. It never throws: should it not succeed, the trainer marks them without it, and the
 * learner has what they came for.
 */
export async function proposePresence(engine: Device, { snapshot, group, member, now }: Tapped): Promise<void> {
  const meeting = meetingNow(snapshot.meetings, { group: group.id, now });
  if (meeting === undefined) return;
  const { type } = presenceProposed;
  const data = { person: member.id };
  try {
    if (await engine.row(presenceProposal, attendanceKey(meeting.id, member.id))) return;
    await engine.record({ stream: `meeting/${meeting.id}`, type, by: `person/${member.id}`, seen: undefined, data });
  } catch {
    // A full or damaged database: the device's status says so.
  }
}
