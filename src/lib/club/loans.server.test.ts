import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { noteWaiting, provenTablet } from '$lib/access/tablet.server';
import { aClub, aWriter } from '../../../tests/support/club';
import { aLoan, anEnrolledTablet } from '../../../tests/support/loan';
import { aStore } from '../../../tests/support/store';
import { loanForm, longerForm, usualUntil, wipedForm, wipeSteps } from './loan-forms';
import {
  extendLoan,
  giveBack,
  lendTablet,
  listLoans,
  mayHoldEntries,
  noteWiped,
  undoGiveBack,
  undoWiped,
  withdrawLoan
} from './loans.server';

const day = 24 * 60 * 60 * 1000;

async function aHouse() {
  const writer = aWriter(aStore());
  const { venue, members } = await aClub(writer);
  const [anna = '', bernd = ''] = members;
  const { tablet, cookie } = await anEnrolledTablet(writer, { venue });
  const loans = (today = '2026-12-01', at: readonly string[] | 'all' = 'all') => listLoans(writer.store, { at, today });
  return { writer, world: writer.world, venue, anna, bernd, tablet, cookie, loans };
}

describe('a tablet that is lent home', () => {
  test('stands in the register with who has it, and is late only after its last day', async () => {
    const { writer, anna, tablet, venue, loans } = await aHouse();
    await aLoan(writer, { tablet, member: anna });
    expect(await loans()).toMatchObject([
      { name: 'Tablet 7', borrower: { firstName: 'Anna' }, until: '2027-01-19', overdue: false, returnedAt: null }
    ]);
    expect((await loans('2027-01-19'))[0]?.overdue).toBe(false);
    expect((await loans('2027-01-20'))[0]?.overdue).toBe(true);
    expect([await loans(undefined, [venue]), await loans(undefined, ['elsewhere'])]).toMatchObject([[{}], []]);
  });

  test('cannot be lent to somebody else before it is back and wiped', async () => {
    const { writer, anna, bernd, tablet } = await aHouse();
    const id = await aLoan(writer, { tablet, member: anna });
    const again = { tablet, member: bernd, from: '2026-12-01', until: '2026-12-24' };
    expect(await lendTablet(writer, again)).toEqual({ ok: false, error: 'taken' });
    await giveBack(writer, id);
    expect(await lendTablet(writer, again)).toEqual({ ok: false, error: 'taken' });
    await noteWiped(writer, id);
    expect((await lendTablet(writer, again)).ok).toBe(true);
    // Wiped by mistake: too late, somebody else has it.
    await undoWiped(writer, id);
    expect(writer.store.db.prepare('SELECT wiped_at FROM tablet_loans WHERE id = ?').get(id)).toMatchObject({
      wiped_at: expect.any(Number)
    });
  });

  test('can stay longer, and each step can be taken back', async () => {
    const { writer, anna, tablet, loans } = await aHouse();
    const id = await aLoan(writer, { tablet, member: anna });
    await extendLoan(writer, { id, until: '2027-03-01' });
    await giveBack(writer, id);
    await noteWiped(writer, id);
    expect(await loans()).toEqual([]);
    await undoWiped(writer, id);
    await undoGiveBack(writer, id);
    expect(await loans()).toMatchObject([{ until: '2027-03-01', returnedAt: null }]);
    await withdrawLoan(writer, id);
    expect(await loans()).toEqual([]);
  });

  test('may hold entries until it says, after it came back, that none wait', async () => {
    const { writer, world, anna, tablet, cookie, loans } = await aHouse();
    const id = await aLoan(writer, { tablet, member: anna });
    const held = async () => (await loans()).map(mayHoldEntries);
    world.pass(day);
    await giveBack(writer, id);
    expect(await held()).toEqual([true]);
    world.pass(day);
    await provenTablet(writer, cookie);
    noteWaiting(writer.store, { tablet, waiting: 2 });
    expect(await held()).toEqual([true]);
    noteWaiting(writer.store, { tablet, waiting: 0 });
    expect(await held()).toEqual([false]);
  });

  test('is forgotten 30 days after it was wiped: nobody needs to know any more who had it', async () => {
    const { writer, world, anna, venue, tablet } = await aHouse();
    const id = await aLoan(writer, { tablet, member: anna });
    await giveBack(writer, id);
    await noteWiped(writer, id);
    const other = await anEnrolledTablet(writer, { venue, name: 'Tablet 8' });
    const count = () => writer.store.db.prepare('SELECT count(*) AS n FROM tablet_loans WHERE id = ?').get(id);
    world.pass(29 * day);
    const second = await aLoan(writer, { tablet: other.tablet, member: anna });
    expect(count()).toEqual({ n: 1 });
    world.pass(2 * day);
    await giveBack(writer, second);
    expect(count()).toEqual({ n: 0 });
  });
});

describe('the forms of the register', () => {
  test('lend for eight weeks unless somebody says otherwise, and never backwards', () => {
    expect(usualUntil('2026-11-24')).toBe('2027-01-19');
    const form = loanForm({ tablets: ['t'], members: ['m'] });
    const loan = { tablet: 't', member: 'm', from: '2026-11-24', until: '2026-11-24' };
    expect(v.is(form, loan)).toBe(true);
    expect(v.safeParse(form, { ...loan, until: '2026-11-23' }).issues?.[0].message).toBe('loan-end');
    expect(v.is(form, { ...loan, tablet: 'other' })).toBe(false);
    expect(v.is(longerForm('2026-11-24'), { until: '2026-11-23' })).toBe(false);
    expect(v.is(form, { ...loan, until: '2027-02-29' })).toBe(false);
  });

  test('take a tablet as wiped only when all is ticked, and its unsent entries were asked for', () => {
    const steps = [...wipeSteps];
    expect(v.is(wipedForm({ mayHoldEntries: false }), { steps })).toBe(true);
    expect(v.is(wipedForm({ mayHoldEntries: false }), { steps: steps.slice(1) })).toBe(false);
    expect(v.is(wipedForm({ mayHoldEntries: true }), { steps })).toBe(false);
    expect(v.is(wipedForm({ mayHoldEntries: true }), { steps: ['entries', ...steps] })).toBe(true);
  });
});
