import { listStaff } from '$lib/access/staff.server';
import { deskOf } from '$lib/club/desk.server';
import { findMember } from '$lib/club/members.server';
import { fullName } from '$lib/club/roster';
import { dayOf, daysFrom, isPlainDate, startOf } from '$lib/club/zone';
import { pageOfTrail } from '$lib/privacy/trail.server';
import type { PageServerLoad } from './$types';

/** So far the page looks back unless another day is asked for. */
const daysBack = 366;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { store, world } = deskOf(locals);
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  const today = dayOf(world.now());
  const from = isPlainDate(asked('from')) ? asked('from') : daysFrom(today, -daysBack);
  const until = isPlainDate(asked('until')) ? asked('until') : today;
  const wanted = {
    person: asked('person'),
    name: asked('name').trim(),
    staff: asked('staff'),
    page: Math.max(1, Math.trunc(Number(asked('page'))) || 1)
  };
  const member = wanted.person === '' ? undefined : await findMember(store, wanted.person, 'all');
  return {
    ...pageOfTrail(store, { ...wanted, from: startOf(from), until: startOf(daysFrom(until, 1)) }),
    wanted: { ...wanted, from, until },
    about: member && fullName(member),
    staff: (await listStaff(store)).map(({ id, name }) => ({ id, name }))
  };
};
