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
 * one, or, who is in no group now, of one before. Who was never in any group, nor waits, is of no venue.
 */
export function ofVenues({ orm }: Store, column: Column, venues: Venues): SQL | undefined {
  if (venues === 'all') return undefined;
  const other = alias(memberships, 'other');
  const isNowhere = notExists(
    orm
      .select()
      .from(other)
      .where(and(eq(other.member, memberships.member), isNull(other.until)))
  );
  const waits = orm
    .select({ id: waiting.member })
    .from(waiting)
    .innerJoin(groups, eq(groups.id, waiting.group))
    .where(and(inArray(groups.venue, [...venues]), isNull(waiting.until)));
  const belongs = inArray(
    column,
    orm
      .select({ id: memberships.member })
      .from(memberships)
      .innerJoin(groups, eq(groups.id, memberships.group))
      .where(and(inArray(groups.venue, [...venues]), or(isNull(memberships.until), isNowhere)))
  );
  return or(belongs, inArray(column, waits));
}
