import { parseStream, subjectOf, type SyncEvent } from '$lib/sync/event';
import type { Rights, Verdict } from '$lib/sync/rights';
import type { TaggedSnapshot } from '$lib/sync/snapshot';
import type { Actor, Facts, FactsPort, FactsQuestion } from './facts';
import { mayRead, mayWrite, openedGroup } from './may';

export interface RightsOptions {
  readonly actor: Actor;
  readonly port: FactsPort;
  readonly grants: FactsQuestion['grants'];
  /** UTC milliseconds */
  readonly now: number;
  /** UTC milliseconds of the app's build: nothing can have been written with it before */
  readonly builtAt: number;
  snapshot(): Promise<TaggedSnapshot | undefined>;
}

/** What one request's sender may do, for the sync engine. */
export function rightsOf({ actor, port, grants, now, builtAt, snapshot }: RightsOptions): Rights {
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  return {
    known: actor.kind !== 'visitor',
    earliest: Math.max(builtAt, tablet?.enrolledAt ?? 0),
    snapshot,
    async judge(events) {
      if (events.length === 0) return [];
      return judgeAll(actor, events, await port.facts(questionOf(events, grants)), now);
    },
    async readable(asked) {
      const { people, meetings } = await port.roster(actor, now);
      const unasked = [...people.map((id) => `progress/${id}`), ...meetings.map((id) => `meeting/${id}`)];
      const learner = asked.filter((stream) => stream.startsWith('learner/'));
      const roster = { people: new Set(people), meetings: new Set(meetings) };
      return new Set([...unasked, ...learner].filter((stream) => mayRead(actor, stream, roster)));
    }
  };
}

/** One after the other: a meeting opened in this batch is known to the marks that follow it. */
function judgeAll(actor: Actor, events: readonly SyncEvent[], facts: Facts, now: number): Verdict[] {
  const meetings = new Map(facts.meetings);
  return events.map((event) => {
    const verdict = mayWrite(actor, event, { ...facts, meetings }, now);
    const group = verdict === 'yes' ? openedGroup(event) : undefined;
    const venue = group === undefined ? undefined : facts.groups.get(group)?.venue;
    const meeting = subjectOf(event.stream);
    if (group !== undefined && venue !== undefined && !meetings.has(meeting)) meetings.set(meeting, { group, venue });
    return verdict;
  });
}

function questionOf(events: readonly SyncEvent[], grants: FactsQuestion['grants']): FactsQuestion {
  const names = [...new Set(events.map(({ stream }) => stream))].flatMap((stream) => parseStream(stream) ?? []);
  const authors = [...new Set(events.map(({ by }) => by))];
  return {
    people: authors.filter((by) => by.startsWith('person/')).map(subjectOf),
    staff: authors.filter((by) => by.startsWith('staff/')).map(subjectOf),
    meetings: names.filter(({ kind }) => kind === 'meeting').map(({ id }) => id),
    groups: [...new Set(events.flatMap((event) => openedGroup(event) ?? []))],
    grants
  };
}
