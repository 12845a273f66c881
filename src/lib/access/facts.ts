import type { LockedMode } from './tablet-mode';

/**
 * What rights are judged from. Everything is plain data with intervals, so that `may` stays pure and
 * can say what somebody was allowed to do at the moment they did it (SYNC.md, "Rights").
 *
 * All times are UTC milliseconds. An interval holds `from ≤ t < until`; no `until` means "still".
 */
export interface Interval {
  readonly from: number;
  readonly until?: number;
}

/** An enrolled club tablet. A revoked one may still hand in what was done before; a lost one may not. */
export interface TabletActor {
  readonly id: string;
  readonly venue: string;
  readonly enrolledAt: number;
  readonly revokedAt?: number;
  readonly lost?: boolean;
  /** it is locked to learners, or stands at the door */
  readonly mode?: LockedMode;
}

export type StaffRole = 'trainer' | 'office';

/** The venues that an office looks after. */
export type Venues = readonly string[] | 'all';

/** A learner on a browser that took them in by their card. When it is over, what was done before still counts. */
export interface LearnerActor {
  readonly kind: 'learner';
  readonly person: string;
  readonly device: { readonly id: string; readonly own: boolean; readonly endedAt?: number };
  readonly tablet?: undefined;
}

/**
 * Who is asking. A signed-in person at an enrolled tablet is both: `staff` with a `tablet`.
 * A revoked tablet is still a `device` (with `revokedAt`), so that unsent work can arrive.
 */
export type Actor =
  | { readonly kind: 'visitor' }
  | LearnerActor
  | { readonly kind: 'device'; readonly tablet: TabletActor }
  | {
      readonly kind: 'staff';
      readonly staff: string;
      readonly role: StaffRole;
      /** of an office: the only venues that it looks after; nothing: all */
      readonly venues?: readonly string[];
      readonly tablet?: TabletActor;
    };

/** A write-only right to hand in one staff member's events, proven by its secret. */
export interface Grant extends Interval {
  readonly id: string;
  /** `staff/<id>` */
  readonly by: string;
  /** of the club tablet that it was given at */
  readonly venue?: string;
  readonly revokedAt?: number;
  readonly lost?: boolean;
}

/** A grant as a request names it. */
export interface ShownGrant {
  readonly id: string;
  readonly secret: string;
  /** the browser that sends it, by its own id: the grant counts on no other */
  readonly device?: string;
}

/** A learner's time in a group. */
export interface Membership extends Interval {
  readonly group: string;
  readonly venue: string;
}

/** A trainer's time with a group. */
export interface Assignment extends Interval {
  readonly group: string;
}

/** A staff member's role over time. */
export interface Office extends Interval {
  readonly role: StaffRole;
  /** the only venues that it counts at; nothing: all */
  readonly venues?: readonly string[];
}

/** The facts that concern one request: only of the people, meetings and staff that it names. */
export interface Facts {
  /** by person */
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  /** by meeting: the group it belongs to, and that group's venue */
  readonly meetings: ReadonlyMap<string, { readonly group: string; readonly venue: string }>;
  /** by group: its venue. For meetings that were opened without having been planned: `<group>.<date>`. */
  readonly groups: ReadonlyMap<string, { readonly venue: string }>;
  /** by staff member: groups they train */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** by staff member: roles they hold */
  readonly roles: ReadonlyMap<string, readonly Office[]>;
  /** only grants of the browser that asks, whose secret was right */
  readonly grants: readonly Grant[];
  /** by family: whether the token that was shown for it is the right one; nothing: none was shown */
  readonly families?: ReadonlyMap<string, TokenFound>;
}

/** `new`: no family has this id yet, and the first entry makes it. */
export type TokenFound = 'right' | 'wrong' | 'new';

/** What a request proves of families by the tokens among its grants. Their room answers it. */
export interface FamiliesPort {
  /** now: a family that this very request made is `right` after it */
  found(): ReadonlyMap<string, TokenFound>;
  /** whether so many more entries may come into a family at once, and at all */
  admit(family: string, count: number): Promise<'yes' | 'rate' | 'too-large'>;
}

export interface FactsQuestion {
  readonly people: readonly string[];
  readonly meetings: readonly string[];
  readonly groups: readonly string[];
  readonly staff: readonly string[];
  readonly grants: readonly ShownGrant[];
}

/** Whose places and which meetings somebody may read now. */
export interface Roster {
  /** → `progress/<person>` */
  readonly people: readonly string[];
  /** → `meeting/<id>` */
  readonly meetings: readonly string[];
}

/**
 * The port to the club's tables; `facts.server.ts` answers it with SQL. Ids that are not known are
 * simply missing in the answer.
 */
export interface FactsPort {
  /** One request's facts. Past intervals are included. */
  facts(question: FactsQuestion): Promise<Facts>;
  /**
   * What an actor may read at `now`:
   * a tablet, members and meetings of its venue's groups that meet within 14 days of `now` (either way);
   * a trainer, those of the groups they train now (all members, meetings of the last year and later);
   * the office, the same over all groups of its venues. A staff member at a tablet gets both. A visitor or a revoked
   * tablet gets nothing.
   */
  roster(actor: Actor, now: number): Promise<Roster>;
}
