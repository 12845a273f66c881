/** Who promises a rule. */
export const promisers = ['child', 'parents', 'all'] as const;
export type Promiser = (typeof promisers)[number];

/** What rules are about, in the order in which the bank shows them. */
export const themes = ['time', 'places', 'money', 'chat', 'streaming', 'conflict', 'promises'] as const;
export type Theme = (typeof themes)[number];

/** Age bands of ACCESSIBILITY C06, by their first year. Chosen by the family; nobody's birthday is asked for. */
export const ages = ['8', '10', '13', '16'] as const;
export type Age = (typeof ages)[number];

export const isAge = (text: string): text is Age => ages.some((age) => age === text);

interface Kept {
  readonly theme: Theme;
  readonly by: Promiser;
  /** the ages that a rule suits; all of them where none stand here */
  readonly ages?: readonly Age[];
}

const young = ['8', '10'] as const;
const teens = ['13', '16'] as const;
const school = ['8', '10', '13'] as const;
const older = ['10', '13', '16'] as const;

/**
 * The rules to choose from. Their words stand in the messages (`family-bank`), in each language. A name never changes
 * and never goes: agreements on people's devices hold it.
 */
export const bank = {
  homework: { theme: 'time', by: 'child', ages: school },
  'own-time': { theme: 'time', by: 'child', ages: young },
  'week-hours': { theme: 'time', by: 'child', ages: teens },
  'end-of-round': { theme: 'time', by: 'child' },
  'free-day': { theme: 'time', by: 'all' },
  'before-bed': { theme: 'time', by: 'all' },
  'at-table': { theme: 'places', by: 'all' },
  'night-place': { theme: 'places', by: 'all' },
  'shared-room': { theme: 'places', by: 'child', ages: young },
  'on-the-way': { theme: 'places', by: 'child', ages: older },
  'visit-friends': { theme: 'places', by: 'child', ages: young },
  'ask-before-buying': { theme: 'money', by: 'child', ages: school },
  'pocket-money': { theme: 'money', by: 'child', ages: older },
  'no-surprise-boxes': { theme: 'money', by: 'child' },
  'new-apps': { theme: 'money', by: 'child', ages: school },
  'tell-mistakes': { theme: 'money', by: 'all' },
  'only-known': { theme: 'chat', by: 'child', ages: young },
  'keep-address': { theme: 'chat', by: 'child' },
  'show-strange': { theme: 'chat', by: 'child' },
  'ask-for-photos': { theme: 'chat', by: 'all' },
  'quiet-evening': { theme: 'chat', by: 'child', ages: older },
  'kind-words': { theme: 'chat', by: 'all' },
  'watch-suitable': { theme: 'streaming', by: 'child', ages: young },
  'one-more': { theme: 'streaming', by: 'all' },
  'film-myself': { theme: 'streaming', by: 'child', ages: older },
  adverts: { theme: 'streaming', by: 'all' },
  'family-film': { theme: 'streaming', by: 'all' },
  'break-in-quarrel': { theme: 'conflict', by: 'all' },
  'missed-rule': { theme: 'conflict', by: 'all' },
  'talk-first': { theme: 'conflict', by: 'all' },
  'bad-day': { theme: 'conflict', by: 'all' },
  'look-up': { theme: 'promises', by: 'parents' },
  'try-game': { theme: 'promises', by: 'parents' },
  'no-scolding': { theme: 'promises', by: 'parents' },
  'tell-why': { theme: 'promises', by: 'parents' },
  'no-secret-reading': { theme: 'promises', by: 'parents', ages: older },
  'phone-away-too': { theme: 'promises', by: 'parents' },
  'something-together': { theme: 'promises', by: 'parents' }
} as const satisfies Readonly<Record<string, Kept>>;

export type BankRule = keyof typeof bank;

export const isBankRule = (rule: string): rule is BankRule => Object.hasOwn(bank, rule);

const names = Object.keys(bank).filter(isBankRule);

/** The rules of one theme for an age, in the order of the bank; for all ages where none was chosen. */
export function bankOf(theme: Theme, age: Age | undefined): BankRule[] {
  return names.filter((name) => {
    const rule: Kept = bank[name];
    return rule.theme === theme && (age === undefined || rule.ages === undefined || rule.ages.includes(age));
  });
}
