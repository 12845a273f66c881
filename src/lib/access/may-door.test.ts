import { expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { anEvent } from '../../../tests/support/events';
import type { Actor, Facts } from './facts';
import { mayWrite } from './may';

const now = Date.UTC(2026, 10, 23, 14);
const meeting = 'monday.2026-11-23';
const facts: Facts = {
  memberships: new Map(),
  meetings: new Map([[meeting, { group: 'monday', venue: 'library' }]]),
  groups: new Map(),
  assignments: new Map([['otto', [{ group: 'monday', from: 0 }]]]),
  roles: new Map([['otto', [{ role: 'trainer', from: 0 }]]]),
  grants: []
};
const tablet = { id: 't1', venue: 'library', enrolledAt: 0 };
const atTablet = (more = {}): Actor => ({ kind: 'device', tablet: { ...tablet, ...more } });
const trainer: Actor = { kind: 'staff', staff: 'otto', role: 'trainer' };

/** Somebody gave their first name at the door. */
const said = (by = 'device/t1', stream = `meeting/${meeting}`) =>
  anEvent({
    stream,
    type: 'guest.proposed',
    data: { person: 'new', firstName: 'Karl', isNew: true },
    by,
    at: formatStamp({ ms: now, counter: 0, device: 'd' })
  });

test.each<[string, Actor, ReturnType<typeof said>, string]>([
  ['a tablet of the venue', atTablet(), said(), 'yes'],
  ['with a trainer at it', { ...trainer, tablet }, said(), 'yes'],
  ['a tablet of another venue', atTablet({ venue: 'parish' }), said(), 'forbidden'],
  ['a revoked tablet', atTablet({ revokedAt: now - 1 }), said(), 'forbidden'],
  ['a lost tablet', atTablet({ revokedAt: now + 1, lost: true }), said(), 'forbidden'],
  ["in another tablet's name", atTablet(), said('device/t2'), 'forbidden'],
  ['of a meeting that nobody knows', atTablet(), said('device/t1', 'meeting/nowhere.2026-11-23'), 'forbidden'],
  ['without a tablet', trainer, said(), 'unauthorized'],
  ['as a trainer, who has words of their own', trainer, said('staff/otto'), 'forbidden'],
  ['as a visitor', { kind: 'visitor' }, said(), 'unauthorized']
])('that somebody gave their name at the door is said by %s: %#', (_, actor, event, verdict) => {
  expect(mayWrite(actor, event, facts, now)).toBe(verdict);
});
