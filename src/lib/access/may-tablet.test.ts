import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent } from '../../../tests/support/events';
import { day, facts, now, tablet } from '../../../tests/support/may-facts';
import type { Actor } from './facts';
import { mayWrite } from './may';

const actors = {
  visitor: { kind: 'visitor' },
  tablet: { kind: 'device', tablet },
  'tablet elsewhere': { kind: 'device', tablet: { ...tablet, venue: 'parish' } },
  'revoked tablet': { kind: 'device', tablet: { ...tablet, revokedAt: now - day } },
  'lost tablet': { kind: 'device', tablet: { ...tablet, revokedAt: now - day, lost: true } },
  trainer: { kind: 'staff', staff: 'otto', role: 'trainer' },
  'trainer at the tablet': { kind: 'staff', staff: 'otto', role: 'trainer', tablet },
  'trainer of another group': { kind: 'staff', staff: 'petra', role: 'trainer' }
} satisfies Record<string, Actor>;

const at = (ms: number) => formatStamp({ ms, counter: 0, device: 'd1' });

describe('a tablet itself', () => {
  const call = '01900000-0000-7000-8000-000000000001';
  const signal = (type: string, wanted: Partial<SyncEvent> = {}) =>
    anEvent({ stream: 'meeting/monday.2026-11-23', by: 'device/t1', at: at(now), type, data: { call }, ...wanted });

  test.each(['help.raised', 'help.ended', 'offer.answered'])('%s: for itself, in the meetings of its venue', (type) => {
    expect(mayWrite(actors.tablet, signal(type), facts, now)).toBe('yes');
    expect(mayWrite(actors['trainer at the tablet'], signal(type), facts, now)).toBe('yes');
    expect(mayWrite(actors.tablet, signal(type, { by: 'device/t2' }), facts, now)).toBe('forbidden');
    expect(mayWrite(actors.tablet, signal(type, { by: 'person/anna' }), facts, now)).toBe('forbidden');
    expect(mayWrite(actors['tablet elsewhere'], signal(type), facts, now)).toBe('forbidden');
    expect(mayWrite(actors.tablet, signal(type, { stream: 'meeting/tuesday.2026-11-24' }), facts, now)).toBe(
      'forbidden'
    );
    expect(mayWrite(actors.tablet, signal(type, { stream: 'meeting/nowhere.2026-11-24' }), facts, now)).toBe(
      'forbidden'
    );
    expect(mayWrite(actors.visitor, signal(type), facts, now)).toBe('unauthorized');
    expect(mayWrite(actors['revoked tablet'], signal(type), facts, now)).toBe('forbidden');
    expect(mayWrite(actors['revoked tablet'], signal(type, { at: at(now - 2 * day) }), facts, now)).toBe('yes');
    expect(mayWrite(actors['lost tablet'], signal(type, { at: at(now - 2 * day) }), facts, now)).toBe('forbidden');
  });

  test.each(['attendance.marked', 'help.answered', 'lesson.offered', 'offer.withdrawn', 'presence.proposed'])(
    '%s is no word of a tablet',
    (type) => {
      expect(mayWrite(actors.tablet, signal(type), facts, now)).toBe('forbidden');
    }
  );

  test('a trainer ends a call and answers it, and raises no hand in their own name', () => {
    const staff = { by: 'staff/otto' };
    for (const type of ['help.ended', 'help.answered', 'lesson.offered', 'offer.withdrawn'])
      expect(mayWrite(actors.trainer, signal(type, staff), facts, now), type).toBe('yes');
    for (const type of ['help.raised', 'offer.answered'])
      expect(mayWrite(actors.trainer, signal(type, staff), facts, now), type).toBe('forbidden');
    expect(
      mayWrite(actors['trainer of another group'], signal('help.answered', { by: 'staff/petra' }), facts, now)
    ).toBe('forbidden');
  });
});
