import { parseStream } from './event';
import type { Snapshot } from './snapshot';

/**
 * What stays of a snapshot when staff leave a device: at a club tablet, its venue's groups, as the tablet alone would
 * have them; anywhere else nothing.
 */
export function tabletPart({ tablet, operator, ...all }: Snapshot): Snapshot | undefined {
  if (tablet === undefined) return undefined;
  const groups = all.groups.filter(({ venue }) => venue === tablet.venue);
  const ids = new Set(groups.map(({ id }) => id));
  return {
    venues: all.venues.filter(({ id }) => id === tablet.venue),
    groups,
    members: all.members.flatMap((member) => {
      const own = member.groups.filter((id) => ids.has(id));
      return own.length > 0 ? [{ ...member, groups: own }] : [];
    }),
    meetings: all.meetings.filter(({ group }) => ids.has(group)),
    tablet,
    ...(operator ? { operator } : {})
  };
}

/** Whether a stream belongs to what a snapshot shows. What a learner alone reads is not the staff's to take. */
export function isWithin({ members, meetings }: Snapshot, stream: string): boolean {
  const name = parseStream(stream);
  if (name?.kind === 'progress') return members.some(({ id }) => id === name.id);
  if (name?.kind === 'meeting') return meetings.some(({ id }) => id === name.id);
  return name?.kind === 'learner';
}
