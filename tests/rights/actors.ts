import type { RightsClub, TestGrant } from './rights-club';

/** How somebody shows to the server who they are, and in whose name they write. */
export interface TestActor {
  /** by name */
  readonly cookies: Readonly<Record<string, string>>;
  readonly grants: readonly TestGrant[];
  readonly person: string;
  readonly staff: string;
  /** `device/<id>` */
  readonly tablet: string;
  /** whether it asks for the streams of the person on it, of the meeting and of a family by name */
  readonly asks: boolean;
}

/** The actors of the table (tests/rights/table.ts), by name. */
export function actorsOf({
  place,
  staff,
  tablets,
  grants,
  cards,
  family
}: RightsClub): Readonly<Record<string, TestActor>> {
  const alone = `device/${tablets.enrolled.id}`;
  const nobody: TestActor = {
    cookies: {},
    grants: [],
    person: `person/${place.person}`,
    staff: `staff/${staff.trainer.id}`,
    tablet: `device/${tablets.enrolled.id}`,
    asks: true
  };
  const signedIn = (who: keyof typeof staff): TestActor => ({
    ...nobody,
    cookies: { session: staff[who].session },
    staff: `staff/${staff[who].id}`
  });
  const at = (which: keyof typeof tablets): TestActor => ({
    ...nobody,
    cookies: { device: tablets[which].cookie },
    tablet: `device/${tablets[which].id}`
  });
  return {
    visitor: nobody,
    'invented cookies': { ...nobody, cookies: { session: 'made-up', device: `${tablets.enrolled.id}.made-up` } },
    'learner on an enrolled tablet': at('enrolled'),
    'learner with a card': { ...nobody, cookies: { card: cards.own } },
    'learner with a replaced card': { ...nobody, cookies: { card: cards.replaced } },
    'learner with an invented card': { ...nobody, cookies: { card: `${cards.own.split('.')[0]}.made-up` } },
    'trainer of the group': signedIn('trainer'),
    'trainer at an enrolled tablet': {
      ...signedIn('trainer'),
      cookies: { session: staff.trainer.session, device: tablets.enrolled.cookie }
    },
    'stand-in at a club tablet': {
      ...signedIn('elsewhere'),
      cookies: { session: staff.elsewhere.session, device: tablets.enrolled.cookie }
    },
    "trainer's grant alone": { ...nobody, grants: [grants.trainer] },
    'grant on another browser': { ...nobody, grants: [{ ...grants.trainer, device: tablets.enrolled.id }] },
    substitute: signedIn('substitute'),
    'trainer of another group': signedIn('elsewhere'),
    'trainer removed this morning': signedIn('removed'),
    'disabled account': signedIn('disabled'),
    office: signedIn('office'),
    'office of the venue': signedIn('officeHere'),
    'office of another venue': signedIn('officeElsewhere'),
    'device alone': { ...at('enrolled'), person: alone, staff: alone, asks: false },
    'device of another venue': at('elsewhere'),
    'revoked device': at('revoked'),
    'lost device': at('lost'),
    'grant of a lost device': { ...nobody, grants: [grants.lost] },
    'family device': { ...nobody, grants: [family] },
    "stranger with a family's made-up token": { ...nobody, grants: [{ ...family, secret: 'made-up' }] }
  };
}
