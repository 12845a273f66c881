import { fail } from '@sveltejs/kit';
import { cardsOf, makeCards, takeCardAway } from '$lib/access/cards.server';
import { pictureLocks, removePictureCode } from '$lib/access/picture-codes.server';
import { groupInReach } from '$lib/club/card-desk.server';
import { deskOf, idIn, meant } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { membersOfGroup } from '$lib/club/members.server';
import { fullName } from '$lib/club/roster';
import { readOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [store, group] = [getStore(), groupInReach(locals, params.group)];
  const people = await membersOfGroup(store, group.id);
  const ids = people.map(({ id }) => id);
  const [cards, locks] = [cardsOf(store, ids), pictureLocks(store, ids)];
  return {
    group,
    people: people.map((person) => ({ ...person, cardAt: cards.get(person.id), hasCode: locks.has(person.id) })),
    origin: url.origin,
    operator: (await readOperator(store.dataDir))?.name
  };
};

export const actions: Actions = {
  /** One person's card, those of who has none yet, or all anew. */
  make: async ({ locals, params, request }) => {
    const people = await membersOfGroup(getStore(), groupInReach(locals, params.group).id);
    const data = await request.formData();
    const asked = chosen(people, { member: idIn(data, 'member'), all: data.has('all') });
    if (asked.length === 0) return fail(404);
    const codes = await makeCards(
      deskOf(locals),
      asked.map(({ id }) => id)
    );
    return {
      cards: asked.map((person) => ({
        id: person.id,
        name: fullName(person),
        picture: person.picture,
        code: codes.get(person.id) ?? ''
      }))
    };
  },
  takeAway: async ({ locals, params, request }) => {
    const people = await membersOfGroup(getStore(), groupInReach(locals, params.group).id);
    const person = meant(people, idIn(await request.formData(), 'member'));
    takeCardAway(deskOf(locals), person.id);
    return { done: { what: 'card-taken-away', name: person.firstName } satisfies Done };
  },
  removeCode: async ({ locals, params, request }) => {
    const people = await membersOfGroup(getStore(), groupInReach(locals, params.group).id);
    const person = meant(people, idIn(await request.formData(), 'member'));
    removePictureCode(deskOf(locals), person.id);
    return { done: { what: 'picture-code-removed', name: person.firstName } satisfies Done };
  }
};

type Person = Awaited<ReturnType<typeof membersOfGroup>>[number];

function chosen(people: readonly Person[], { member, all }: { member: string; all: boolean }): readonly Person[] {
  if (member !== '') return [meant(people, member)];
  if (all) return people;
  const having = cardsOf(
    getStore(),
    people.map(({ id }) => id)
  );
  return people.filter(({ id }) => !having.has(id));
}
