import { world } from '$lib/base/world';
import { meant, venuesOf } from '$lib/club/desk.server';
import { listLoans } from '$lib/club/loans.server';
import { dayOf } from '$lib/club/zone';
import { readOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const store = getStore();
  const today = dayOf(world.now());
  const loan = meant(await listLoans(store, { at: venuesOf(locals), today }), params.loan);
  const operator = await readOperator(store.dataDir);
  const { name, venueName, borrower, from, until, overdue } = loan;
  return {
    letter: { tablet: name, venueName, firstName: borrower.firstName, from, until, overdue, today },
    operator: operator?.name ?? '',
    telephone: operator?.helpTelephone ?? ''
  };
};
