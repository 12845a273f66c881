import type { Venues } from '$lib/access/facts';
import { findMember } from '$lib/club/members.server';
import type { Store } from '$lib/store/open.server';
import { findSealed } from './sealed.server';

/** Whoever asks what is kept of them: one of the venues' people or, at the office of all, one whose name is sealed. */
export async function askedPerson(store: Store, id: string, at: Venues) {
  const member = await findMember(store, id, at);
  if (member) return member;
  const sealed = at === 'all' ? findSealed(store, id) : undefined;
  return sealed && { id, firstName: sealed.firstName, initial: sealed.initial, elsewhere: false };
}
