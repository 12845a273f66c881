import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { subjectOf } from '$lib/sync/event';
import type { HeldEvent } from '$lib/sync/held.server';
import type { EventLog } from '$lib/sync/log.server';
import { groups, members, memberships } from './schema.server';

/** Takes entries into the log with their own author and time. How many; those that the log refuses are discarded. */
export async function acceptHeld(writer: Writer, log: EventLog, ids: readonly string[]): Promise<number> {
  const held = log.quarantine.among(ids);
  const refused = new Set<string>();
  for (const batch of Map.groupBy(held, ({ device, receivedAt }) => `${receivedAt} ${device}`).values()) {
    const { device = '', receivedAt = 0 } = batch[0] ?? {};
    const events = batch.map(({ event }) => log.withoutDeleted(event));
    for (const answer of log.append(events, { device, receivedAt })) if ('code' in answer) refused.add(answer.id);
  }
  const [taken, discarded] = [
    held.filter(({ event }) => !refused.has(event.id)),
    held.filter(({ event }) => refused.has(event.id))
  ];
  decide(writer, log, { held: taken, decision: 'accepted' });
  decide(writer, log, { held: discarded, decision: 'discarded' });
  return taken.length;
}

/** Says no to entries. Their content goes; devices that still have them are told that they may not. */
export async function discardHeld(writer: Writer, log: EventLog, ids: readonly string[]): Promise<number> {
  const held = log.quarantine.among(ids);
  decide(writer, log, { held, decision: 'discarded' });
  return held.length;
}

interface Decided {
  readonly held: readonly HeldEvent[];
  readonly decision: 'accepted' | 'discarded';
}

function decide(writer: Writer, { quarantine }: EventLog, { held, decision }: Decided): void {
  if (held.length === 0) return;
  const { store, world } = writer;
  store.db
    .transaction(() => {
      quarantine.decide(
        held.map(({ event }) => event.id),
        { decision, at: world.now() }
      );
      for (const sender of new Set(held.map((each) => each.sender)))
        noteDeed(writer, { action: `held.${decision}`, subject: `tablet/${subjectOf(sender)}` });
    })
    .immediate();
}

interface BroughtBack {
  /** its old id: entries name it */
  readonly id: string;
  /** UTC milliseconds since when it counts: what tablets still have is taken without asking again */
  readonly since: number;
}

/** Makes a group again that a restored database does not know. */
export async function bringBackGroup(
  writer: Writer,
  { id, since, name, venue }: BroughtBack & { readonly name: string; readonly venue: string }
): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      store.orm.insert(groups).values({ id, name, venue, course: null, createdAt: since }).run();
      noteDeed(writer, { action: 'group.added', subject: `group/${id}` });
    })
    .immediate();
}

/** Takes a person in again whom a restored database does not know. */
export async function bringBackMember(
  writer: Writer,
  {
    id,
    since,
    group,
    ...text
  }: BroughtBack & {
    readonly firstName: string;
    readonly initial: string;
    readonly picture: string;
    readonly group: string;
  }
): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      store.orm
        .insert(members)
        .values({ id, ...text, createdAt: since })
        .run();
      if (group !== '') store.orm.insert(memberships).values({ member: id, group, from: since }).run();
      noteDeed(writer, { action: 'member.added', subject: `person/${id}` });
    })
    .immediate();
}
