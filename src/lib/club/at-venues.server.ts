import { and, eq, inArray, isNull, notExists, or, type Column, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Venues } from '$lib/access/facts';
import type { Store } from '$lib/store/open.server';
import { groups, memberships, waiting } from './schema.server';

/** The condition that a column names one of the venues; for all, none. */
export function atVenues(column: Column, venues: Venues): SQL | undefined {
  return venues === 'all' ? undefined : inArray(column, [...venues]);
}

/**
 * The condition that a column names a person of these venues: a member of one of their groups, who waits for a place in
 * one, or, who is in no group now and waits for none, who was in one before or waited for one. Who never did either is of
 * no venue.
 */
export function ofVenues({ orm }: Store, column: Column, venues: Venues): SQL | undefined {
  if (venues === 'all') return undefined;
  const here = (group: Column) =>
    inArray(
      group,
      orm
        .select({ id: groups.id })
        .from(groups)
        .where(inArray(groups.venue, [...venues]))
    );
  const [inGroup, waits] = [alias(memberships, 'in_group'), alias(waiting, 'waits')];
  const isNowhere = (member: Column) =>
    and(
      notExists(
        orm
          .select()
          .from(inGroup)
          .where(and(eq(inGroup.member, member), isNull(inGroup.until)))
      ),
      notExists(
        orm
          .select()
          .from(waits)
          .where(and(eq(waits.member, member), isNull(waits.until)))
      )
    );
  const [member, waiter] = [memberships, waiting].map((table) =>
    inArray(
      column,
      orm
        .select({ id: table.member })
        .from(table)
        .where(and(here(table.group), or(isNull(table.until), isNowhere(table.member))))
    )
  );
  return or(member, waiter);
}
