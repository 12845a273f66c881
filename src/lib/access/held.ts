import * as v from 'valibot';
import { stampMs } from '$lib/base/clock';
import { parseStream, subjectOf, type SyncEvent } from '$lib/sync/event';
import type { Verdict } from '$lib/sync/rights';
import type { Actor, Facts, Grant, TabletActor } from './facts';
import { groupInId, mayWrite } from './may';

/** A database that was restored from a backup. UTC milliseconds; what was changed in between is not in its facts. */
export interface RestoredFacts {
  readonly backupAt: number;
  readonly restoredAt: number;
}

export interface JudgeOptions {
  /** UTC milliseconds */
  readonly now: number;
  readonly restored?: RestoredFacts | undefined;
}

/**
 * The verdict on an event, with the two cases in which the office decides instead of the rule (docs/decisions/0013):
 * all that speaks against it is that its device was reported lost; or that the database was restored, and what would
 * allow it may have been entered after the backup.
 */
export function judge(actor: Actor, event: SyncEvent, facts: Facts, { now, restored }: JudgeOptions): Verdict {
  const verdict = mayWrite(actor, event, facts, now);
  if (verdict === 'yes') return verdict;
  const found = mayWrite(asFound(actor), event, { ...facts, grants: facts.grants.map(grantAsFound) }, now);
  if (found === 'yes') return 'lost-device';
  return restored !== undefined && isPerhapsForgotten(actor, event, facts, restored) ? 'unknown-stream' : verdict;
}

/** The same actor, had its tablet not been reported lost. */
function asFound(actor: Actor): Actor {
  if (actor.kind === 'visitor' || actor.kind === 'learner' || actor.tablet?.lost !== true) return actor;
  const { id, venue, enrolledAt } = actor.tablet;
  return { ...actor, tablet: { id, venue, enrolledAt } };
}

function grantAsFound(grant: Grant): Grant {
  if (grant.lost !== true) return grant;
  const { id, by, from, until } = grant;
  return { id, by, from, ...(until === undefined ? {} : { until }) };
}

/** Whether the facts that allow an event may have been lost with the old database. */
function isPerhapsForgotten(actor: Actor, event: SyncEvent, facts: Facts, restored: RestoredFacts): boolean {
  const at = stampMs(event.at);
  if (at <= restored.backupAt) return false;
  const isBetween = at <= restored.restoredAt;
  const [author] = event.by.split('/');
  if (author === 'person') return isForgottenLearner(actor, event, { facts, isBetween });
  return author === 'staff' && isForgottenMeeting(actor, event, { facts, isBetween });
}

interface Looked {
  readonly facts: Facts;
  /** the event was made after the backup and before the restore */
  readonly isBetween: boolean;
}

/** Somebody whom the database does not know, or knew otherwise, learned on a tablet that it trusts. */
function isForgottenLearner(actor: Actor, { stream, by }: SyncEvent, { facts, isBetween }: Looked): boolean {
  const person = subjectOf(by);
  const isOwn = stream === `progress/${person}` || stream === `learner/${person}`;
  return isOwn && trustedTablet(actor) !== undefined && (isBetween || !facts.memberships.has(person));
}

const openingSchema = v.object({ group: v.string() });

/** A meeting of a group, or a trainer, that the database does not know or knew otherwise. */
function isForgottenMeeting(actor: Actor, event: SyncEvent, { facts, isBetween }: Looked): boolean {
  const name = parseStream(event.stream);
  if (name?.kind !== 'meeting') return false;
  const group = groupInId(name.id);
  const isOther = event.type === 'meeting.opened' && !(v.is(openingSchema, event.data) && event.data.group === group);
  if (isOther) return false;
  const staff = subjectOf(event.by);
  const isSignedIn = actor.kind === 'staff' && actor.staff === staff;
  const isProven = isSignedIn || facts.grants.some(({ by, revokedAt }) => by === event.by && revokedAt === undefined);
  if (!isProven) return isBetween && trustedTablet(actor) !== undefined && !facts.roles.has(staff);
  return isBetween || !(facts.meetings.has(name.id) || facts.groups.has(group));
}

function trustedTablet(actor: Actor): TabletActor | undefined {
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  return tablet?.revokedAt === undefined ? tablet : undefined;
}
