import type { Place } from './samples';

export interface TestAccount {
  readonly id: string;
  /** the value of a session cookie */
  readonly session: string;
}

export interface TestTablet {
  readonly id: string;
  /** the value of its cookie */
  readonly cookie: string;
}

export interface TestGrant {
  readonly id: string;
  readonly secret: string;
  /** the browser that it was given to */
  readonly device: string;
}

/** What the tests of rights know of their club (tests/rights/club.ts makes it). */
export interface RightsClub {
  readonly place: Place;
  /** the same of the group of another venue */
  readonly other: Place;
  /** of the first group, until this morning */
  readonly formerMember: string;
  /** of the first group, since this morning */
  readonly newMember: string;
  readonly venues: Readonly<Record<'library' | 'parish', string>>;
  readonly staff: Readonly<
    Record<
      | 'trainer'
      | 'substitute'
      | 'elsewhere'
      | 'removed'
      | 'disabled'
      | 'office'
      | 'officeHere'
      | 'officeElsewhere'
      | 'officeMoved',
      TestAccount
    >
  >;
  /** cookies of browsers that took Anna in by her card: by the one she has, and by the one before */
  readonly cards: Readonly<Record<'own' | 'replaced', string>>;
  readonly tablets: Readonly<Record<'enrolled' | 'elsewhere' | 'revoked' | 'lost', TestTablet>>;
  /** the token of `family/f1` */
  readonly family: TestGrant;
  readonly grants: Readonly<Record<'trainer' | 'removed' | 'disabled' | 'lost', TestGrant>>;
}
