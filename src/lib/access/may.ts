import * as v from 'valibot';
import { stampMs } from '$lib/base/clock';
import { parseStream, subjectOf, type StreamName, type SyncEvent } from '$lib/sync/event';
import type { Verdict } from '$lib/sync/rights';
import type { Actor, Facts, Grant, Interval, LearnerActor, Membership, TabletActor, TokenFound } from './facts';
import { isAmong } from './office-venues';

const dayMs = 24 * 60 * 60 * 1000;

/** A write is judged at the time it was made if it arrives within this time, else at its arrival. */
export const lateMs = 30 * dayMs;

/** Clocks in a room differ: an interval is taken to hold a little longer at both ends. */
export const slackMs = 5 * 60 * 1000;

/** A roster, ready to be asked. */
export interface RosterSets {
  readonly people: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
  /** whose token was shown, whoever asks */
  readonly families?: ReadonlySet<string>;
}

const openingSchema = v.object({ group: v.string() });

/**
 * Whether somebody may write an event (SYNC.md, "Rights"). Judged at the event's own time, so that what
 * was allowed then is still taken when it arrives late. What no rule allows is forbidden.
 */
export function mayWrite(actor: Actor, event: SyncEvent, facts: Facts, now: number): Verdict {
  const stream = parseStream(event.stream);
  if (stream === undefined) return 'forbidden';
  if (stream.kind === 'family') return maySeal(event, facts.families?.get(stream.id));
  const madeAt = stampMs(event.at);
  const at = now - madeAt <= lateMs ? madeAt : now;
  if (event.by.startsWith('person/')) return mayLearn(actor, event, facts, at);
  if (event.by.startsWith('staff/')) return mayRun(actor, event, facts, at);
  if (event.by.startsWith('device/')) return maySignal(actor, event, facts, at);
  return 'forbidden';
}

/**
 * A family is whoever shows its token: nothing else is known of anybody in it. Its devices speak for themselves; what
 * they say is sealed.
 */
function maySeal({ by }: SyncEvent, token: TokenFound | undefined): Verdict {
  if (!by.startsWith('device/') || token === 'wrong') return 'forbidden';
  return token === undefined ? 'unauthorized' : 'yes';
}

/** A tablet says which member of its venue is learning on it; on a browser with a card it is the card's person. */
function mayLearn(actor: Actor, event: SyncEvent, facts: Facts, at: number): Verdict {
  if (actor.kind === 'learner') return mayLearnByCard(actor, event, at);
  const { stream, by } = event;
  const tablet = tabletOf(actor);
  if (tablet === undefined) return 'unauthorized';
  const person = subjectOf(by);
  const stays = (facts.memberships.get(person) ?? []).filter((stay) => stay.venue === tablet.venue && holds(stay, at));
  const own = stream === `progress/${person}` || stream === `learner/${person}`;
  const isAllowed = own ? stays.length > 0 : mayPropose(event, facts, stays);
  return isAllowed && wasTrusted(tablet, at) ? 'yes' : 'forbidden';
}

/**
 * Who is there by their card writes what is theirs alone, and nothing of a meeting: at home nobody is there. After its
 * end an entry waits for the new card.
 */
function mayLearnByCard({ person, device }: LearnerActor, { stream, by }: SyncEvent, at: number): Verdict {
  const isOver = device.endedAt !== undefined && at >= device.endedAt + slackMs;
  if (by !== `person/${person}` || isOver) return 'unauthorized';
  return stream === `progress/${person}` || stream === `learner/${person}` ? 'yes' : 'forbidden';
}

const proposalSchema = v.object({ person: v.string() });

/** Of a meeting of their group, a learner says one thing: that they themselves are there. */
function mayPropose(event: SyncEvent, facts: Facts, stays: readonly Membership[]): boolean {
  const met = event.type === 'presence.proposed' ? groupOf(event, facts) : undefined;
  const isOwn = v.is(proposalSchema, event.data) && `person/${event.data.person}` === event.by;
  return isOwn && met !== undefined && stays.some(({ group }) => group === met.group);
}

/** What a tablet itself says: that its hand is up or down, what it answers to "Bitte öffnen", who asks at the door. */
const tabletTypes: ReadonlySet<string> = new Set(['help.raised', 'help.ended', 'offer.answered', 'guest.proposed']);

/**
 * A tablet speaks for itself, in the meetings of its venue: of its raised hand, of what it was asked to open, and of who
 * gave their first name at the door.
 */
function maySignal(actor: Actor, event: SyncEvent, facts: Facts, at: number): Verdict {
  const met = tabletTypes.has(event.type) ? groupOf(event, facts) : undefined;
  const tablet = tabletOf(actor);
  if (met === undefined) return 'forbidden';
  if (tablet === undefined) return 'unauthorized';
  const isOwn = event.by === `device/${tablet.id}` && met.venue === tablet.venue;
  return isOwn && wasTrusted(tablet, at) ? 'yes' : 'forbidden';
}

/** What is a learner's or a tablet's to say, whoever else is there. */
const notByStaff: ReadonlySet<string> = new Set([
  'presence.proposed',
  'guest.proposed',
  'help.raised',
  'offer.answered'
]);

/** A trainer runs the meetings of their groups and answers their people, the office those of all groups of its venues. */
function mayRun(actor: Actor, event: SyncEvent, facts: Facts, at: number): Verdict {
  const staff = subjectOf(event.by);
  const proof = proofOf(actor, event.by, facts, at);
  if (proof !== 'yes') return proof;
  if (notByStaff.has(event.type)) return 'forbidden';
  const isTheirs = groupsOf(event, facts, at).some(({ group, venue }) => {
    const isOffice = (facts.roles.get(staff) ?? []).some(
      (held) => held.role === 'office' && isAmong(held.venues ?? 'all', venue) && holds(held, at)
    );
    const isTrainer = (facts.assignments.get(staff) ?? []).some((held) => held.group === group && holds(held, at));
    return isOffice || isTrainer || standsIn(actor, event, { facts, at, venue });
  });
  return isTheirs ? 'yes' : 'forbidden';
}

/** The groups that a word of the staff is about: the meeting's; where it answers a question, those of who asked. */
function groupsOf(event: SyncEvent, facts: Facts, at: number): readonly MetGroup[] {
  const name = parseStream(event.stream);
  if (name?.kind === 'progress' && event.type === 'question.answered')
    return (facts.memberships.get(name.id) ?? []).filter((stay) => holds(stay, at));
  const met = groupOf(event, facts);
  return met ? [met] : [];
}

/** A trainer of another group stands in where they are: at a club tablet of the meeting's venue. Its list says so. */
function standsIn(
  actor: Actor,
  { by }: SyncEvent,
  { facts, at, venue }: { readonly facts: Facts; readonly at: number; readonly venue: string }
): boolean {
  const isTrainer = (facts.roles.get(subjectOf(by)) ?? []).some((held) => held.role === 'trainer' && holds(held, at));
  const tablet = actor.kind === 'staff' && `staff/${actor.staff}` === by ? actor.tablet : undefined;
  const isHere = tablet?.venue === venue && wasTrusted(tablet, at);
  return isTrainer && (isHere || counting(facts.grants, by, at).some((grant) => grant.venue === venue));
}

/** The grants of an author that held when something was made. */
const counting = (grants: readonly Grant[], by: string, at: number): readonly Grant[] =>
  grants.filter((grant) => grant.by === by && grant.lost !== true && holds(grant, at) && before(grant.revokedAt, at));

/** Whether the author of a staff event is proven: by the session, or by a grant that held then. */
function proofOf(actor: Actor, by: string, { grants }: Facts, at: number): Verdict {
  if (actor.kind === 'staff' && `staff/${actor.staff}` === by) return 'yes';
  if (counting(grants, by, at).length > 0) return 'yes';
  return grants.some((grant) => grant.by === by) ? 'forbidden' : 'unauthorized';
}

interface MetGroup {
  readonly group: string;
  readonly venue: string;
}

/** The group of the meeting that an event is about: of the planned one, else the one that its id names. */
function groupOf({ stream, type, data }: SyncEvent, { meetings, groups }: Facts): MetGroup | undefined {
  const name = parseStream(stream);
  if (name?.kind !== 'meeting') return undefined;
  const group = groupInId(name.id);
  const named = groups.get(group);
  const met = meetings.get(name.id) ?? (named && { group, ...named });
  const isOther = type === 'meeting.opened' && !(v.is(openingSchema, data) && data.group === met?.group);
  return isOther ? undefined : met;
}

/** The group in the id of a meeting, `<group>.<date>`: a meeting can be opened without having been planned. */
export function groupInId(meeting: string): string {
  return meeting.split('.')[0] ?? meeting;
}

/**
 * Whether somebody may read a stream now. A tablet also reads what belongs to the learner on it alone, and a browser
 * with a card what belongs to its person; staff never do. A family's is read by whoever shows its token.
 */
export function mayRead(actor: Actor, stream: string, roster: RosterSets): boolean {
  const name = parseStream(stream);
  if (name === undefined) return false;
  return name.kind === 'family' ? roster.families?.has(name.id) === true : mayReadOfClub(actor, name, roster);
}

function mayReadOfClub(actor: Actor, name: StreamName, roster: RosterSets): boolean {
  const tablet = tabletOf(actor);
  if (actor.kind === 'learner')
    return isOpen(actor) && (name.kind === 'progress' || name.kind === 'learner') && roster.people.has(name.id);
  const isKnown = actor.kind === 'staff' || (tablet !== undefined && tablet.revokedAt === undefined);
  if (!isKnown) return false;
  if (name.kind === 'meeting') return roster.meetings.has(name.id);
  if (name.kind === 'progress') return roster.people.has(name.id);
  const isOnTablet = tablet !== undefined && tablet.revokedAt === undefined;
  return name.kind === 'learner' && isOnTablet && roster.people.has(name.id);
}

/** The learner has not signed out on this browser, and the card has not been replaced. */
export const isOpen = ({ device }: LearnerActor): boolean => device.endedAt === undefined;

function tabletOf(actor: Actor): TabletActor | undefined {
  return actor.kind === 'visitor' ? undefined : actor.tablet;
}

/** A revoked tablet is trusted for the time before, a lost one no more. */
function wasTrusted({ revokedAt, lost }: TabletActor, at: number): boolean {
  return lost !== true && before(revokedAt, at);
}

function before(end: number | undefined, at: number): boolean {
  return end === undefined || at < end;
}

function holds({ from, until }: Interval, at: number): boolean {
  return at >= from - slackMs && (until === undefined || at < until + slackMs);
}
