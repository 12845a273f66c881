import * as v from 'valibot';

const id = v.string();

/** What tablets need of the club offline: read-only, as little as possible about people. */
export const snapshotSchema = v.object({
  venues: v.array(v.object({ id, name: v.string() })),
  groups: v.array(v.object({ id, venue: id, name: v.string(), course: v.optional(v.string()) })),
  members: v.array(
    v.object({
      id,
      firstName: v.string(),
      initial: v.string(),
      picture: v.string(),
      groups: v.array(id),
      /** other entries that are read as this person: what stands under their ids is theirs too */
      aliases: v.optional(v.array(id)),
      /** for a club tablet: what their picture asks for (access/picture-code.ts) */
      lock: v.optional(v.object({ salt: v.string(), rounds: v.number(), hash: v.string() })),
      /** for staff elsewhere: that it asks for pictures, and not for which */
      locked: v.optional(v.boolean())
    })
  ),
  meetings: v.array(
    v.object({
      id,
      group: id,
      /** plain date of the venue's zone, `YYYY-MM-DD` */
      date: v.string(),
      /** plain times, `HH:MM` */
      start: v.string(),
      end: v.string(),
      cancelled: v.optional(v.boolean()),
      /** why, in the words of the office */
      reason: v.optional(v.string()),
      /** the date that it was planned for at first, where it has been moved */
      movedFrom: v.optional(v.string())
    })
  ),
  /** the signed-in person, when one is */
  staff: v.optional(
    v.object({
      id,
      name: v.string(),
      role: v.picklist(['trainer', 'office']),
      /** the groups whose meetings they run anyway; at a club tablet the venue's others are there as well */
      trains: v.optional(v.array(id))
    })
  ),
  /** for staff: who else runs these meetings, so that a list can say whose word it is */
  colleagues: v.optional(v.array(v.object({ id, name: v.string() }))),
  /** the enrolled tablet, when it is one */
  tablet: v.optional(
    v.object({
      id,
      name: v.string(),
      venue: id,
      /** it is locked to learners, or stands at the door; nothing: it is everybody's */
      mode: v.optional(v.picklist(['learners', 'door']))
    })
  ),
  /** who is there by their card; `over`: it does not open this browser any more */
  learner: v.optional(v.object({ id, over: v.optional(v.boolean()) })),
  /** what the operator shows on every page: name, help telephone */
  operator: v.optional(v.object({ name: v.string(), helpPhone: v.optional(v.string()) }))
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** A snapshot and the short text that changes when it changes. */
export interface TaggedSnapshot {
  readonly tag: string;
  readonly snapshot: Snapshot;
}

/** All ids under which something of a person may stand: their own first, then those that are read as it. */
export function idsOf(snapshot: Pick<Snapshot, 'members'> | undefined, person: string): readonly string[] {
  return [person, ...(snapshot?.members.find(({ id }) => id === person)?.aliases ?? [])];
}

/** The person that an id is read as: itself, unless it was merged with another. */
export function keptOf(snapshot: Pick<Snapshot, 'members'> | undefined, id: string): string {
  return snapshot?.members.find(({ aliases }) => aliases?.includes(id))?.id ?? id;
}
