import type { Draft, EventId } from '$lib/sync/event';
import { guestAdded, guestRemoved } from './events';

/** What is said at a list, before it is known of which meeting and by whom. */
export type Said = Pick<Draft, 'type' | 'seen' | 'data'>;

/** A guest, by the id that is theirs as well should they become a member. */
export interface NamedGuest {
  readonly person: string;
  readonly firstName?: string | undefined;
}

/** What is said of a guest's being on the list at all. */
export type GuestWord =
  ({ readonly kind: 'added' } & NamedGuest) | ({ readonly kind: 'struck'; readonly adding: EventId } & NamedGuest);

/** The event that says it. */
export function guestSaid(guest: GuestWord): Said {
  const { kind, person, firstName } = guest;
  return kind === 'added'
    ? { type: guestAdded.type, seen: undefined, data: { person, ...(firstName ? { firstName } : {}) } }
    : { type: guestRemoved.type, seen: guest.adding, data: { person } };
}
