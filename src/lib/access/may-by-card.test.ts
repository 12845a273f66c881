import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent } from '../../../tests/support/events';
import type { Facts, LearnerActor } from './facts';
import { mayRead, mayWrite, slackMs } from './may';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 24, 12);
const facts: Facts = {
  memberships: new Map([['anna', [{ group: 'monday', venue: 'library', from: now - 10 * day }]]]),
  meetings: new Map([['monday.2026-11-23', { group: 'monday', venue: 'library' }]]),
  groups: new Map([['monday', { venue: 'library' }]]),
  assignments: new Map(),
  roles: new Map(),
  grants: []
};
const card: LearnerActor = { kind: 'learner', person: 'anna', device: { id: 'd1', own: true } };
const replaced: LearnerActor = { ...card, device: { id: 'd1', own: true, endedAt: now - day } };

function learned(made: number, stream = 'progress/anna'): SyncEvent {
  const data = { course: 'tablet', lesson: 'one', step: 'a' };
  const at = formatStamp({ ms: made, counter: 0, device: 'd' });
  return anEvent({ stream, type: 'step.completed', data, by: 'person/anna', at });
}

describe('a learner with a card', () => {
  test('hands in what was done before the card was replaced; what came after waits for the new one', () => {
    expect(mayWrite(replaced, learned(now - 2 * day), facts, now)).toBe('yes');
    expect(mayWrite(replaced, learned(now - day + 2 * slackMs), facts, now)).toBe('unauthorized');
  });

  test('is at home, and so at no meeting', () => {
    const proposed = anEvent({
      stream: 'meeting/monday.2026-11-23',
      type: 'presence.proposed',
      data: { person: 'anna' },
      by: 'person/anna',
      at: formatStamp({ ms: now, counter: 0, device: 'd' })
    });
    expect(mayWrite(card, proposed, facts, now)).toBe('forbidden');
    expect(mayWrite(card, learned(now, 'progress/zoe'), facts, now)).toBe('forbidden');
  });

  test('reads what is theirs, and nothing of others or of meetings', () => {
    const roster = { people: new Set(['anna']), meetings: new Set<string>() };
    const may = (actor: LearnerActor, stream: string) => mayRead(actor, stream, roster);
    for (const stream of ['progress/anna', 'learner/anna']) {
      expect(may(card, stream)).toBe(true);
      expect(may(replaced, stream)).toBe(false);
    }
    for (const stream of ['progress/zoe', 'learner/zoe', 'meeting/monday.2026-11-23', 'family/f1'])
      expect(may(card, stream)).toBe(false);
  });
});
