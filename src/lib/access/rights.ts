import { parseStream, subjectOf, type SyncEvent } from '$lib/sync/event';
import type { Rights, Verdict } from '$lib/sync/rights';
import type { TaggedSnapshot } from '$lib/sync/snapshot';
import type { Actor, FactsPort, FactsQuestion, FamiliesPort, TabletActor } from './facts';
import { judge, type RestoredFacts } from './held';
import { groupInId, mayRead } from './may';

/**
 * The app's first build: a clock that shows less is wrong. Not the newest build, or what an older app recorded
 * offline would lose its time.
 */
const firstRelease = Date.UTC(2026, 8, 1);

export interface RightsOptions {
  readonly actor: Actor;
  readonly port: FactsPort;
  readonly grants: FactsQuestion['grants'];
  /** of the families whose tokens are among the grants */
  readonly families?: FamiliesPort | undefined;
  /** UTC milliseconds */
  readonly now: number;
  /** the database was restored from a backup */
  readonly restored?: RestoredFacts | undefined;
  snapshot(): Promise<TaggedSnapshot | undefined>;
  readonly tablets?: Rights['tablets'];
}

/** What one request's sender may do, for the sync engine. */
export function rightsOf({ actor, port, grants, families, now, restored, snapshot, tablets }: RightsOptions): Rights {
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  return {
    known: actor.kind !== 'visitor' || [...(families?.found().values() ?? [])].some((token) => token !== 'wrong'),
    sender: senderOf(actor),
    isTrusted: actor.kind === 'staff' || (tablet !== undefined && tablet.revokedAt === undefined),
    earliest: Math.max(firstRelease, earliestOn(tablet, restored)),
    snapshot,
    // Not a part of the snapshot: it changes every minute, and the club does not.
    ...(actor.kind === 'staff' && tablets ? { tablets } : {}),
    async judge(events) {
      if (events.length === 0) return [];
      const facts = await port.facts(questionOf(events, grants));
      const found = families?.found();
      const verdicts = events.map((event) =>
        judge(actor, event, found ? { ...facts, families: found } : facts, { now, restored })
      );
      return families ? roomFor(families, events, verdicts) : verdicts;
    },
    async readable(asked) {
      const { people, meetings } = await port.roster(actor, now);
      const unasked = [...people.map((id) => `progress/${id}`), ...meetings.map((id) => `meeting/${id}`)];
      const learner = asked.filter((stream) => stream.startsWith('learner/'));
      const shown = [...(families?.found() ?? [])].flatMap(([id, token]) => (token === 'right' ? [id] : []));
      const roster = { people: new Set(people), meetings: new Set(meetings), families: new Set(shown) };
      const sealed = asked.filter((stream) => stream.startsWith('family/'));
      return new Set([...unasked, ...learner, ...sealed].filter((stream) => mayRead(actor, stream, roster)));
    }
  };
}

/** What a family may write and is too much of it, at once or at all, is not taken now. */
async function roomFor(
  families: FamiliesPort,
  events: readonly SyncEvent[],
  verdicts: readonly Verdict[]
): Promise<Verdict[]> {
  const counts = new Map<string, number>();
  events.forEach(({ stream }, index) => {
    const name = parseStream(stream);
    if (name?.kind === 'family' && verdicts[index] === 'yes') counts.set(name.id, (counts.get(name.id) ?? 0) + 1);
  });
  const rooms = new Map<string, Verdict>();
  for (const [id, count] of counts) rooms.set(`family/${id}`, await families.admit(id, count));
  const found = families.found();
  return events.map(({ stream, type }, index) => {
    const verdict = verdicts[index] ?? 'forbidden';
    // Whoever fills a family up does not keep the others from shutting them out.
    if (type === 'family.moved' && found.get(subjectOf(stream)) === 'right') return verdict;
    return verdict === 'yes' ? (rooms.get(stream) ?? verdict) : verdict;
  });
}

function senderOf(actor: Actor): string | undefined {
  if (actor.kind === 'visitor') return undefined;
  if (actor.tablet) return `tablet/${actor.tablet.id}`;
  return actor.kind === 'staff' ? `staff/${actor.staff}` : undefined;
}

/** After a restore, tablets of the time since the backup are enrolled anew: what they did before keeps its time. */
function earliestOn(tablet: TabletActor | undefined, restored: RestoredFacts | undefined): number {
  if (tablet === undefined) return 0;
  return restored !== undefined && tablet.enrolledAt > restored.backupAt ? restored.backupAt : tablet.enrolledAt;
}

function questionOf(events: readonly SyncEvent[], grants: FactsQuestion['grants']): FactsQuestion {
  const names = [...new Set(events.map(({ stream }) => stream))].flatMap((stream) => parseStream(stream) ?? []);
  const meetings = names.filter(({ kind }) => kind === 'meeting').map(({ id }) => id);
  const authors = [...new Set(events.map(({ by }) => by))];
  const learners = authors.filter((by) => by.startsWith('person/')).map(subjectOf);
  // Who asked a question, where one of the staff answers it.
  const learned = names.filter(({ kind }) => kind === 'progress').map(({ id }) => id);
  return {
    people: [...new Set([...learners, ...learned])],
    staff: authors.filter((by) => by.startsWith('staff/')).map(subjectOf),
    meetings,
    groups: [...new Set(meetings.map(groupInId))],
    grants
  };
}
