import type { Actor, Venues } from './facts';

/** The venues that somebody looks after as the office. Trainers, tablets and visitors look after none. */
export function officeVenues(actor: Actor): Venues {
  if (actor.kind !== 'staff' || actor.role !== 'office') return [];
  return actor.venues ?? 'all';
}

export function isAmong(venues: Venues, venue: string): boolean {
  return venues === 'all' || venues.includes(venue);
}
