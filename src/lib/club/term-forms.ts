import * as v from 'valibot';
import { chosenOf, neededLine } from '$lib/base/form';
import { plainDate } from './meeting-forms';
import { longestWeeks } from './series-dates';
import type { NextGroup, Passed } from './term.server';
import { daysFrom } from './zone';

/** Which groups go on, and from when to when the next term is: at most as long as a series can be. */
export function termForm(groups: readonly string[]) {
  return v.pipe(
    v.object({
      groups: v.pipe(v.array(chosenOf(groups)), v.minLength(1, 'choose')),
      first: plainDate,
      until: plainDate
    }),
    v.forward(
      v.partialCheck(
        [['first'], ['until']],
        ({ first, until }) => until > first && until <= daysFrom(first, longestWeeks * 7),
        'series-end'
      ),
      ['until']
    )
  );
}

/** What is decided for one group of a proposal. A date of which the office was not shown that it is free is not taken. */
export function nextGroupForm({ members, dates }: Pick<NextGroup, 'members' | 'dates'>) {
  const offered = (dates?.dates ?? []).filter(({ taken }) => !taken).map(({ date }) => date);
  return v.object({
    name: neededLine(120),
    members: v.array(chosenOf(members.map(({ id }) => id))),
    dates: v.array(chosenOf(offered)),
    closes: v.optional(v.string())
  });
}

/** The fields of one group on a page with several: `name-<id>` stands as `name`. */
export function fieldsOfGroup(data: FormData, id: string): FormData {
  const own = new FormData();
  for (const [name, value] of data)
    if (name.endsWith(`-${id}`) && typeof value === 'string') own.append(name.slice(0, -id.length - 1), value);
  return own;
}

/** What an undo needs to know, as one field of its form. */
export const passedText = (passed: readonly Passed[]): string =>
  passed.map(({ from, to, closed }) => [from, to, closed ? 'closed' : 'open'].join(' ')).join(',');

/** Reads it back; a group that is not among `known` is left out. */
export function passedIn(text: string, known: readonly string[]): Passed[] {
  return text.split(',').flatMap((one) => {
    const [from, to, was] = one.split(' ');
    const isKnown = from !== undefined && to !== undefined && known.includes(from) && known.includes(to);
    return isKnown ? [{ from, to, closed: was === 'closed' }] : [];
  });
}
