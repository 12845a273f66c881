import * as v from 'valibot';
import { chosenOf } from '$lib/base/form';
import { daysFrom, isPlainDate } from './zone';

const plainDate = v.pipe(v.string('date'), v.check(isPlainDate, 'date'));

/** A tablet goes home for eight weeks, unless somebody says otherwise: long enough to get used to it. */
export const usualUntil = (from: string): string => daysFrom(from, 56);

interface LoanOffers {
  readonly tablets: readonly string[];
  readonly members: readonly string[];
}

export function loanForm({ tablets, members }: LoanOffers) {
  return v.pipe(
    v.object({ tablet: chosenOf(tablets), member: chosenOf(members), from: plainDate, until: plainDate }),
    v.forward(
      v.partialCheck([['from'], ['until']], ({ from, until }) => from <= until, 'loan-end'),
      ['until']
    )
  );
}

/** @param from the first day of the loan: it cannot end before */
export const longerForm = (from: string) =>
  v.object({
    until: v.pipe(
      plainDate,
      v.check((until) => from <= until, 'loan-end')
    )
  });

/** What has to be done before a tablet that came back goes to somebody else. */
export const wipeSteps = ['accounts', 'photos', 'network', 'browser', 'parts'] as const;

/**
 * All of it is ticked; and where the tablet may hold entries that nobody else has, that somebody looked after them.
 * Nothing is wiped because a box was forgotten.
 */
export function wipedForm({ mayHoldEntries }: { mayHoldEntries: boolean }) {
  const needed: readonly string[] = [...(mayHoldEntries ? ['entries'] : []), ...wipeSteps];
  return v.object({
    steps: v.pipe(
      v.array(v.string()),
      v.check((ticked) => needed.every((step) => ticked.includes(step)), 'not-all')
    )
  });
}
