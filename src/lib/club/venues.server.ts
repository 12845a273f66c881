import { asc, eq } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import type { Store } from '$lib/store/open.server';
import { atVenues } from './at-venues.server';
import { venues } from './schema.server';
import { knownIn, type Known } from './venue-access';

export interface VenueText {
  readonly name: string;
  readonly address: string;
  /** the federal state by its two letters, or '' */
  readonly state?: string;
  readonly openingTimes?: string;
  readonly stepFree?: Known;
  readonly hearingLoop?: Known;
  readonly parking?: Known;
  readonly accessNote?: string;
}

/** These venues in the order of names; closed ones last. */
export async function listVenues(store: Store, which: Venues) {
  const rows = store.orm
    .select()
    .from(venues)
    .where(atVenues(venues.id, which))
    .orderBy(asc(venues.closedAt), asc(venues.name), asc(venues.id))
    .all();
  return rows.map(({ createdAt: _, closedAt, ...venue }) => ({
    ...venue,
    stepFree: knownIn(venue.stepFree),
    hearingLoop: knownIn(venue.hearingLoop),
    parking: knownIn(venue.parking),
    closed: closedAt !== null
  }));
}

export async function addVenue(writer: Writer, text: VenueText): Promise<string> {
  return writer.store.db.transaction(() => insertVenue(writer, text)).immediate();
}

/** The same within a transaction that is open. */
export function insertVenue(writer: Writer, text: VenueText): string {
  const { store, world } = writer;
  const id = newId<'venue'>(world);
  store.orm
    .insert(venues)
    .values({ ...text, id, createdAt: world.now() })
    .run();
  noteDeed(writer, { action: 'venue.added', subject: `venue/${id}` });
  return id;
}

export async function changeVenue(writer: Writer, { id, ...text }: VenueText & { id: string }): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      store.orm.update(venues).set(text).where(eq(venues.id, id)).run();
      noteDeed(writer, { action: 'venue.changed', subject: `venue/${id}` });
    })
    .immediate();
}

/** Closes a venue or opens it again. Its groups and tablets stay as they are. */
export async function setVenueClosed(writer: Writer, { id, closed }: { id: string; closed: boolean }): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      const closedAt = closed ? world.now() : null;
      store.orm.update(venues).set({ closedAt }).where(eq(venues.id, id)).run();
      noteDeed(writer, { action: closed ? 'venue.closed' : 'venue.opened', subject: `venue/${id}` });
    })
    .immediate();
}
