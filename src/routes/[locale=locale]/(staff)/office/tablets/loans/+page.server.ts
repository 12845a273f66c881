import { fail } from '@sveltejs/kit';
import { listTablets } from '$lib/access/tablet.server';
import { readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { loanForm, longerForm, usualUntil, wipedForm } from '$lib/club/loan-forms';
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
} from '$lib/club/loans.server';
import { listMembers } from '$lib/club/members.server';
import { fullName } from '$lib/club/roster';
import { listVenues } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const loansOf = (locals: App.Locals) => listLoans(getStore(), { at: venuesOf(locals), today: dayOf(world.now()) });

async function offersOf(locals: App.Locals) {
  const [store, at] = [getStore(), venuesOf(locals)];
  const [loans, tablets, members, venues] = await Promise.all([
    loansOf(locals),
    listTablets(store, at),
    listMembers(store, at),
    listVenues(store, at)
  ]);
  // Each venue may have a "Tablet 1".
  const venueName = (venue: string) => venues.find(({ id }) => id === venue)?.name ?? '';
  const out = new Set(loans.map(({ tablet }) => tablet));
  return {
    tablets: tablets
      .filter(({ id, revoked }) => !revoked && !out.has(id))
      .map(({ id, name, venue }) => ({ id, name, venueName: venueName(venue) })),
    members: members.map((member) => ({ id: member.id, name: fullName(member) }))
  };
}

export const load: PageServerLoad = async ({ locals }) => {
  const today = dayOf(world.now());
  const loans = (await loansOf(locals)).map((loan) => ({
    ...loan,
    borrowerName: fullName(loan.borrower),
    mayHoldEntries: mayHoldEntries(loan)
  }));
  return { loans, ...(await offersOf(locals)), today, until: usualUntil(today) };
};

/** The loan that a form means, among those of the office's venues. */
async function loanIn(locals: App.Locals, data: FormData) {
  return meant(await loansOf(locals), idIn(data));
}

export const actions: Actions = {
  lend: async ({ locals, request }) => {
    const { tablets, members } = await offersOf(locals);
    const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
    const form = loanForm({ tablets: ids(tablets), members: ids(members) });
    const read = readForm(form, await request.formData(), { form: 'lend' });
    if (!read.ok) return fail(400, read.error);
    const lent = await lendTablet(deskOf(locals), read.value);
    if (!lent.ok) return fail(400, refusal({ form: 'lend', values: read.value, errors: { tablet: 'choose' } }));
    const { name } = meant(tablets, read.value.tablet);
    const undo = { action: '?/withdraw', fields: { id: lent.value } };
    return { done: { what: 'tablet-lent', name, undo } satisfies Done };
  },
  withdraw: async ({ locals, request }) => {
    const { id, name } = await loanIn(locals, await request.formData());
    await withdrawLoan(deskOf(locals), id);
    return { done: { what: 'tablet-not-lent', name } satisfies Done };
  },
  longer: async ({ locals, request }) => {
    const data = await request.formData();
    const loan = await loanIn(locals, data);
    const read = readForm(longerForm(loan.from), data, { form: 'longer' });
    if (!read.ok) return fail(400, read.error);
    await extendLoan(deskOf(locals), { id: loan.id, until: read.value.until });
    return { done: { what: 'saved', name: loan.name } satisfies Done };
  },
  back: async ({ locals, request }) => {
    const { id, name } = await loanIn(locals, await request.formData());
    await giveBack(deskOf(locals), id);
    return { done: { what: 'tablet-back', name, undo: { action: '?/notBack', fields: { id } } } satisfies Done };
  },
  notBack: async ({ locals, request }) => {
    const { id, name } = await loanIn(locals, await request.formData());
    await undoGiveBack(deskOf(locals), id);
    return { done: { what: 'tablet-lent', name } satisfies Done };
  },
  wiped: async ({ locals, request }) => {
    const data = await request.formData();
    const loan = await loanIn(locals, data);
    const read = readForm(wipedForm({ mayHoldEntries: mayHoldEntries(loan) }), data, {
      form: 'wiped',
      lists: ['steps']
    });
    if (!read.ok) return fail(400, read.error);
    await noteWiped(deskOf(locals), loan.id);
    const undo = { action: '?/notWiped', fields: { id: loan.id } };
    return { done: { what: 'tablet-wiped', name: loan.name, undo } satisfies Done };
  },
  notWiped: async ({ locals, request }) => {
    const id = idIn(await request.formData());
    await undoWiped(deskOf(locals), id);
    const { name } = meant(await loansOf(locals), id);
    return { done: { what: 'tablet-back', name } satisfies Done };
  }
};
