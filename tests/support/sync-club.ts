import type { Actor, FactsPort } from '$lib/access/facts';

const venue = 'library';

/** An enrolled tablet of the one venue. */
export function aTablet(id: string, enrolledAt = 0): Actor {
  return { kind: 'device', tablet: { id, venue, enrolledAt } };
}

/** A club in which these people learn, these meetings take place, and every staff member is the office. */
export function aClub({ people, meetings }: { people: readonly string[]; meetings: readonly string[] }): FactsPort {
  return {
    facts: async (asked) => ({
      memberships: new Map(
        asked.people.filter((id) => people.includes(id)).map((id) => [id, [{ group: 'g1', venue, from: 0 }]])
      ),
      meetings: new Map(asked.meetings.filter((id) => meetings.includes(id)).map((id) => [id, { group: 'g1', venue }])),
      groups: new Map(),
      assignments: new Map(),
      roles: new Map(asked.staff.map((id) => [id, [{ role: 'office' as const, from: 0 }]])),
      grants: asked.grants.map(({ id }) => ({ id, by: `staff/${id}`, from: 0 }))
    }),
    roster: async (actor) => (actor.kind === 'visitor' ? { people: [], meetings: [] } : { people, meetings })
  };
}
