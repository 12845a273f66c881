import { error } from '@sveltejs/kit';
import type { Venues } from '$lib/access/facts';
import { officeVenues } from '$lib/access/office-venues';
import type { Writer } from '$lib/audit/trail.server';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';

/** The office's hand: who is signed in writes, into the server's store, now. */
export function deskOf(locals: App.Locals): Writer {
  if (locals.actor.kind !== 'staff') error(403, { message: 'Forbidden', code: 'forbidden' });
  return { store: getStore(), world, by: `staff/${locals.actor.staff}` };
}

/** The venues that the signed-in office looks after: it sees and touches nothing of others. */
export function venuesOf(locals: App.Locals): Venues {
  return officeVenues(locals.actor);
}

/** Turns away who is not the office of all venues. */
export function needAllVenues(locals: App.Locals): void {
  if (venuesOf(locals) !== 'all') error(403, { message: 'Forbidden', code: 'forbidden' });
}

/** A field of a form that only says which thing is meant. */
export function idIn(data: FormData, name = 'id'): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** The one of a list that a form means. */
export function meant<Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing {
  const found = things.find((thing) => thing.id === id);
  if (!found) error(404);
  return found;
}
