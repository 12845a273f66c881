import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { EventId, SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../tests/support/events';
import { adviceOf, agreed, agreementOf, counting, standing } from './agreement';
import type { Deed, Says, Side } from './events';
import { family, type FamilyRow } from './kept';
import { posterOf } from './poster';
import { undoing } from './undo';

/** A deed at a moment, the n-th in order of time. */
const at = (n: number, { type, data }: Deed): SyncEvent =>
  anEvent({
    ...{ id: anId<'event'>(n), stream: 'family/visitor', type, by: 'device/d', data },
    at: formatStamp({ ms: n, counter: 0, device: 'd' })
  });

const begun = (agreement = 'one'): Deed => ({ type: 'agreement.begun', data: { agreement } });
const rule = (name: string, more: Partial<Extract<Deed, { type: 'rule.written' }>['data']> = {}): Deed => ({
  type: 'rule.written',
  data: { agreement: 'one', rule: name, by: 'all', on: true, ...more }
});
const says = (name: string, who: Side, answer: Says, about: number): Deed => ({
  type: 'rule.answered',
  data: { agreement: 'one', rule: name, who, says: answer, about: anId<'event'>(about) }
});
const signs = (who: Side, writings: number[], more: { on?: boolean } = {}): Deed => ({
  type: 'agreement.signed',
  data: { agreement: 'one', who, on: true, writings: writings.map((n): EventId => anId(n)), name: who, ...more }
});

/** The row after some deeds, each at its moment. */
const row = (...deeds: readonly (readonly [number, Deed])[]): FamilyRow | undefined =>
  deeds.reduce<FamilyRow | undefined>((kept, [n, deed]) => family.fold(kept, at(n, deed)), undefined);
const after = (...deeds: readonly (readonly [number, Deed])[]) => agreementOf(row(...deeds));

const begin = [1, begun()] as const;
const table = [2, rule('at-table')] as const;
const both = [
  [3, says('at-table', 'child', 'yes', 2)],
  [4, says('at-table', 'parents', 'yes', 2)]
] as const;

describe('a rule', () => {
  it('counts when both say yes, and not before', () => {
    expect(counting(after(begin, table, both[0]))).toEqual([]);
    expect(counting(after(begin, table, ...both)).map((one) => one.rule)).toEqual(['at-table']);
    expect(counting(after(begin, table, ...both, [5, says('at-table', 'child', 'other', 2)]))).toEqual([]);
  });

  it('that was put into other words is answered anew; the same words again have their answers again', () => {
    const changed = [5, rule('at-table', { words: 'Beim Essen ist Ruhe.' })] as const;
    expect(after(begin, table, ...both, changed).rules).toMatchObject([
      { words: 'Beim Essen ist Ruhe.', counts: false, answers: { child: { says: 'open' } } }
    ]);
    expect(counting(after(begin, table, ...both, changed, [6, rule('at-table')]))).toHaveLength(1);
  });

  it('that was taken out does not count, and comes back with its answers', () => {
    const out = [5, rule('at-table', { on: false })] as const;
    const without = after(begin, table, ...both, out);
    expect([without.rules.length, without.takenOut.length, counting(without).length]).toEqual([0, 1, 0]);
    expect(counting(after(begin, table, ...both, out, [6, rule('at-table')]))).toHaveLength(1);
  });

  it('keeps its place when it is changed', () => {
    const names = after(begin, table, [3, rule('homework')], [4, rule('at-table', { words: 'Neu.' })]).rules;
    expect(names.map((one) => one.rule)).toEqual(['at-table', 'homework']);
  });

  it('of two phones is the same, whatever comes first', () => {
    const deeds = [begin, table, ...both, [5, rule('at-table', { words: 'Ruhe.' })] as const];
    expect(row(...[...deeds].reverse(), table)).toEqual(row(...deeds));
  });
});

describe('advice', () => {
  const many = (count: number, by: 'all' | 'parents' = 'all') =>
    after(begin, ...Array.from({ length: count }, (_, n) => [n + 2, rule(`own-${n}`, { by, words: `${n}` })] as const));

  it.each([
    [0, 'all', []],
    [1, 'all', ['few', 'no-promise']],
    [2, 'parents', ['few']],
    [3, 'parents', []],
    [8, 'parents', []],
    [9, 'parents', ['many']],
    [9, 'all', ['many', 'no-promise']]
  ] as const)('of %i rules by %s', (count, by, advice) => {
    expect(adviceOf(many(count, by))).toEqual(advice);
  });
});

describe('a signature', () => {
  const signed = [[5, signs('child', [2])] as const, [6, signs('parents', [2])] as const];

  it('stands under exactly the rules that counted; both make it an agreement', () => {
    const half = after(begin, table, ...both, [5, signs('child', [2])]);
    expect([standing(half)?.isAgreed, agreed(half)]).toEqual([false, undefined]);
    const whole = after(begin, table, ...both, ...signed);
    expect(standing(whole)).toMatchObject({ isAgreed: true, rules: [{ rule: 'at-table' }] });
  });

  it('does not stand under what was changed since, which is told; what was agreed holds on and can be read', () => {
    const more = [7, rule('homework')] as const;
    const yes = [8, 9].map((n) => [n, says('homework', n === 8 ? 'child' : 'parents', 'yes', 7)] as const);
    const now = after(begin, table, ...both, ...signed, more, ...yes);
    expect(counting(now)).toHaveLength(2);
    expect(standing(now)).toBeUndefined();
    expect(agreed(now)?.rules.map((one) => one.rule)).toEqual(['at-table']);
  });

  it('stands again when the same words are brought back, though they were written anew', () => {
    const there = after(begin, table, ...both, ...signed, [7, rule('at-table', { on: false })], [8, rule('at-table')]);
    expect(standing(there)?.isAgreed).toBe(true);
  });

  it('can be taken back; versions are listed with the newest first', () => {
    const back = after(begin, table, ...both, ...signed, [7, signs('child', [2], { on: false })]);
    expect(standing(back)).toMatchObject({ isAgreed: false, signatures: { parents: { name: 'parents' } } });
    const two = after(begin, table, [3, rule('homework')], ...signed, [9, signs('child', [2, 3])]);
    expect(two.versions.map(({ rules }) => rules.length)).toEqual([2, 1]);
  });
});

describe('another agreement', () => {
  it('begins empty; the one before can be gone on with', () => {
    const anew = after(begin, table, ...both, [5, begun('two')]);
    expect(anew).toMatchObject({ id: 'two', rules: [], earlier: [{ agreement: 'one', rules: 1 }] });
    expect(counting(after(begin, table, ...both, [5, begun('two')], [6, begun('one')]))).toHaveLength(1);
  });
});

describe('undoing', () => {
  const base = [
    ...[begin, table, ...both],
    [5, { type: 'detail.written', data: { agreement: 'one', what: 'child', text: 'Mia' } }],
    [6, signs('child', [2])]
  ] as const satisfies readonly (readonly [number, Deed])[];
  const before = row(...base);

  it.each<[string, Deed]>([
    ['a new rule', rule('homework')],
    ['other words', rule('at-table', { words: 'Ruhe.' })],
    ['taking out', rule('at-table', { on: false })],
    ['an answer', says('at-table', 'child', 'no', 2)],
    ['a name', { type: 'detail.written', data: { agreement: 'one', what: 'child', text: 'Kim' } }],
    ['a first day', { type: 'detail.written', data: { agreement: 'one', what: 'review', text: '2027-01-08' } }],
    ['a signature', signs('parents', [2])],
    ['taking a signature back', signs('child', [2], { on: false })],
    ['a new beginning', begun('two')]
  ])('%s gives back what stood there', (_, deed) => {
    const done = family.fold(before, at(10, deed));
    const back = undoing(before, deed);
    expect(agreementOf(done)).not.toEqual(agreementOf(before));
    if (back === undefined) throw new Error('Nothing undoes it');
    const undone = agreementOf(family.fold(done, at(11, back)));
    expect(told(undone)).toEqual(told(agreementOf(before)));
  });

  /** What a family sees: not which writing it stands on, nor what lies among the rules that were taken out. */
  const told = (agreement: ReturnType<typeof agreementOf>) => ({
    ...{ id: agreement.id, names: agreement.names, review: agreement.review },
    rules: agreement.rules.map(({ writing: _, ...one }) => one),
    signed: Object.keys(standing(agreement)?.signatures ?? {})
  });
});

describe('the poster', () => {
  it('shows what counts, by who promises it, with the signatures under exactly that', () => {
    const sheet = posterOf(
      after(begin, table, ...both, [5, rule('homework', { by: 'child' })], [6, signs('child', [2])])
    );
    expect(sheet).toMatchObject({ groups: [{ by: 'all', rules: [{ rule: 'at-table' }] }], isDraft: true });
    expect(Object.keys(sheet.signatures)).toEqual(['child']);
  });

  it('is a draft of all rules where none counts yet', () => {
    const sheet = posterOf(after(begin, table, [5, rule('homework', { by: 'child' })]));
    expect(sheet.groups.map(({ by }) => by)).toEqual(['child', 'all']);
    expect(sheet).toMatchObject({ isDraft: true, at: undefined, signatures: {} });
  });
});
