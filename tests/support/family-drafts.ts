import fc from 'fast-check';
import { drafts, word, type RandomDraft } from './drafts';

const inFamily = word(['device/d1', 'device/d2']).map((by) => ({ stream: 'family/visitor', by }));
const anAgreement = { agreement: word(['one', 'two']) };
const side = word(['child', 'parents']);
/** The ids that `randomEvents` gives: so that what is answered or signed is sometimes there. */
const aWriting = fc.nat(12).map((count) => `01900000-0000-7000-8000-${(count + 100).toString(16).padStart(12, '0')}`);

const sealed = fc.record({
  nonce: word(['A'.repeat(16), 'B'.repeat(16)]),
  box: word(['A'.repeat(24), 'B'.repeat(24)])
});
const inSealed = fc
  .tuple(word(['f1', 'f2']), word(['device/d1', 'device/d2']))
  .map(([id, by]) => ({ stream: `family/${id}`, by }));
const publicKey = `${'A'.repeat(87)}=`;

/** By type of event: what a family may write. Only what is sealed leaves its device. */
export const familyDrafts: Readonly<Record<string, fc.Arbitrary<RandomDraft>>> = {
  'agreement.begun': drafts('agreement.begun', inFamily, fc.record(anAgreement)),
  'rule.written': drafts(
    'rule.written',
    inFamily,
    fc.record(
      {
        ...anAgreement,
        rule: word(['at-table', 'own']),
        by: word(['child', 'parents', 'all']),
        words: word(['one', 'two']),
        on: fc.boolean()
      },
      { requiredKeys: ['agreement', 'rule', 'by', 'on'] }
    )
  ),
  'rule.answered': drafts(
    'rule.answered',
    inFamily,
    fc.record(
      {
        ...anAgreement,
        rule: word(['at-table', 'own']),
        who: side,
        says: word(['open', 'yes', 'no', 'other']),
        about: aWriting,
        words: word(['one', 'two'])
      },
      { requiredKeys: ['agreement', 'rule', 'who', 'says', 'about'] }
    )
  ),
  'detail.written': drafts(
    'detail.written',
    inFamily,
    fc.oneof(
      fc.record({ ...anAgreement, what: side, text: word(['', 'Mia', 'Kim']) }),
      fc.record({ ...anAgreement, what: fc.constant('review'), text: word(['', '2027-01-08']) }),
      fc.record({ ...anAgreement, what: fc.constant('age'), text: word(['', '8', '10']) })
    )
  ),
  'agreement.signed': drafts(
    'agreement.signed',
    inFamily,
    fc.record(
      {
        ...anAgreement,
        who: side,
        on: fc.boolean(),
        writings: fc.array(aWriting, { minLength: 1, maxLength: 3 }),
        name: word(['Mia', 'Kim']),
        strokes: word(['1,2 3,4', '5,6'])
      },
      { requiredKeys: ['agreement', 'who', 'on', 'writings', 'name'] }
    )
  ),
  'time.entered': drafts(
    'time.entered',
    inFamily,
    fc.record(
      {
        child: word(['ben', 'ida']),
        week: word(['2026-11-23', '2026-11-30']),
        day: fc.constantFrom(0, 6),
        kind: word(['sleep', 'screen']),
        column: word(['agreed', 'was']),
        quarters: fc.option(fc.nat(8))
      },
      { requiredKeys: ['week', 'day', 'kind', 'column', 'quarters'] }
    )
  ),
  'child.named': drafts(
    'child.named',
    inFamily,
    fc.record({ child: word(['ben', 'ida']), name: word(['', 'Ben', 'Ida']) })
  ),
  'family.sealed': drafts('family.sealed', inSealed, sealed),
  'family.moved': drafts('family.moved', inSealed, sealed),
  'family.joined': drafts(
    'family.joined',
    inFamily,
    fc.record({
      family: word(['f1', 'f2']),
      secret: word(['A'.repeat(43), 'B'.repeat(43)]),
      device: fc.constant({ publicKey, privateKey: 'AAAA' }),
      name: word(['Handy', 'Tablet'])
    })
  ),
  'family.left': drafts(
    'family.left',
    inFamily,
    fc.record({ family: word(['f1', 'f2']), why: word(['removed', 'left', 'unknown', 'moved']) })
  )
};
