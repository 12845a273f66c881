import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { aClub, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { phoneForm, type Purpose } from './consents';
import { consentsOf, keepPhone, keepPhotoConsent, withdrawConsent } from './consents.server';
import { removeMember } from './members.server';

const wording = (purpose: Purpose) => `Ja zu: ${purpose}`;

async function aMember() {
  const writer = aWriter(aStore());
  const { members } = await aClub(writer);
  const member = members[0] ?? '';
  const kept = async () => {
    const { phone, consents } = await consentsOf(writer.store, member);
    const held = consents
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ purpose }) => purpose)
      .sort();
    return { phone, held, all: consents.length };
  };
  return { writer, member, kept };
}

const yes = (member: string, purposes: readonly Purpose[]) => ({ member, purposes, wording, givenOn: '2026-11-24' });

describe('a telephone number', () => {
  it('is kept with what it may be used for, each purpose with its day, its sentence and who wrote it down', async () => {
    const { writer, member, kept } = await aMember();
    await keepPhone(writer, { ...yes(member, ['phone-cancelled', 'phone-reminder']), phone: '0911 1234' });
    expect(await kept()).toEqual({ phone: '0911 1234', held: ['phone-cancelled', 'phone-reminder'], all: 2 });
    expect(writer.store.db.prepare('SELECT wording, given_on, noted_by FROM consents ORDER BY purpose').get()).toEqual({
      wording: 'Ja zu: phone-cancelled',
      given_on: '2026-11-24',
      noted_by: 'staff/test'
    });
  });

  it('goes with the last yes; that there was one stays to be seen', async () => {
    const { writer, member, kept } = await aMember();
    await keepPhone(writer, { ...yes(member, ['phone-cancelled', 'phone-reminder']), phone: '0911 1234' });
    await withdrawConsent(writer, { member, purpose: 'phone-reminder' });
    expect(await kept()).toMatchObject({ phone: '0911 1234', held: ['phone-cancelled'] });
    await withdrawConsent(writer, { member, purpose: 'phone-cancelled' });
    expect(await kept()).toEqual({ phone: undefined, held: [], all: 2 });
  });

  it('that is written again takes back what was not ticked again, and asks for no second yes', async () => {
    const { writer, member, kept } = await aMember();
    await keepPhone(writer, { ...yes(member, ['phone-cancelled', 'phone-reminder']), phone: '0911 1234' });
    await keepPhotoConsent(writer, yes(member, ['photo-house']));
    await keepPhone(writer, { ...yes(member, ['phone-cancelled']), phone: '0911 9999' });
    expect(await kept()).toEqual({ phone: '0911 9999', held: ['phone-cancelled', 'photo-house'], all: 3 });
  });

  it('and every yes go with the person', async () => {
    const { writer, member, kept } = await aMember();
    await keepPhone(writer, { ...yes(member, ['phone-cancelled']), phone: '0911 1234' });
    removeMember(writer.store, member);
    expect(await kept()).toEqual({ phone: undefined, held: [], all: 0 });
  });

  it.each([
    ['without a purpose', { purposes: [] }],
    ['with a purpose that is for photos', { purposes: ['photo-house'] }],
    ['on a day to come', { givenOn: '2026-11-25' }],
    ['on 30 February', { givenOn: '2026-02-30' }],
    ['that is none', { phone: 'bei der Nachbarin' }],
    ['that a spreadsheet would calculate', { phone: '=1+1+1' }]
  ])('is not taken %s', (_, change) => {
    const form = { phone: '+49 (911) 12-34', purposes: ['phone-cancelled'], givenOn: '2026-11-24' };
    expect(v.is(phoneForm('2026-11-24'), form)).toBe(true);
    expect(v.is(phoneForm('2026-11-24'), { ...form, ...change })).toBe(false);
  });
});
