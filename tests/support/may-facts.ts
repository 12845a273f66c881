import type { Facts, TabletActor } from '$lib/access/facts';

export const day = 24 * 60 * 60 * 1000;
export const now = Date.UTC(2026, 10, 24, 12);

/** Since ten days: everything that is, is. */
export const since = now - 10 * day;

/** Two venues with a group each, who is and was in them, and whose they are. */
export const facts: Facts = {
  memberships: new Map([
    ['anna', [{ group: 'monday', venue: 'library', from: since }]],
    ['bert', [{ group: 'monday', venue: 'library', from: since, until: now - 5 * day }]],
    ['zoe', [{ group: 'tuesday', venue: 'parish', from: since }]]
  ]),
  meetings: new Map([
    ['monday.2026-11-23', { group: 'monday', venue: 'library' }],
    ['tuesday.2026-11-24', { group: 'tuesday', venue: 'parish' }]
  ]),
  groups: new Map([
    ['monday', { venue: 'library' }],
    ['tuesday', { venue: 'parish' }]
  ]),
  assignments: new Map([
    ['otto', [{ group: 'monday', from: since }]],
    ['petra', [{ group: 'tuesday', from: since }]],
    ['former', [{ group: 'monday', from: since, until: now - 5 * day }]]
  ]),
  roles: new Map([
    ['otto', [{ role: 'trainer', from: since }]],
    ['petra', [{ role: 'trainer', from: since }]],
    ['former', [{ role: 'trainer', from: since }]],
    ['olga', [{ role: 'office', from: since }]],
    ['lena', [{ role: 'office', from: since, venues: ['library'] }]],
    ['paul', [{ role: 'office', from: since, venues: ['parish'] }]],
    [
      'moved',
      [
        { role: 'office', from: since, until: now - 5 * day },
        { role: 'office', from: now - 5 * day, venues: ['parish'] }
      ]
    ]
  ]),
  grants: []
};

/** Of the library. */
export const tablet: TabletActor = { id: 't1', venue: 'library', enrolledAt: since };
