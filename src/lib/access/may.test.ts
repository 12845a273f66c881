import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent } from '../../../tests/support/events';
import { day, facts, now, since, tablet } from '../../../tests/support/may-facts';
import type { Actor, Facts, TabletActor } from './facts';
import { lateMs, mayRead, mayWrite, slackMs } from './may';

const actors = {
  visitor: { kind: 'visitor' },
  tablet: { kind: 'device', tablet },
  'tablet elsewhere': { kind: 'device', tablet: { ...tablet, venue: 'parish' } },
  'revoked tablet': { kind: 'device', tablet: { ...tablet, revokedAt: now - day } },
  'lost tablet': { kind: 'device', tablet: { ...tablet, revokedAt: now - day, lost: true } },
  'card of Anna': { kind: 'learner', person: 'anna', device: { id: 'd1', own: true } },
  'replaced card of Anna': { kind: 'learner', person: 'anna', device: { id: 'd1', own: true, endedAt: now - day } },
  'card of Zoe': { kind: 'learner', person: 'zoe', device: { id: 'd2', own: true } },
  trainer: { kind: 'staff', staff: 'otto', role: 'trainer' },
  'trainer at the tablet': { kind: 'staff', staff: 'otto', role: 'trainer', tablet },
  'trainer of another group': { kind: 'staff', staff: 'petra', role: 'trainer' },
  'former trainer': { kind: 'staff', staff: 'former', role: 'trainer' },
  office: { kind: 'staff', staff: 'olga', role: 'office' },
  'office of the venue': { kind: 'staff', staff: 'lena', role: 'office', venues: ['library'] },
  'office of another venue': { kind: 'staff', staff: 'paul', role: 'office', venues: ['parish'] },
  'office moved elsewhere': { kind: 'staff', staff: 'moved', role: 'office', venues: ['parish'] }
} satisfies Record<string, Actor>;

type ActorName = keyof typeof actors;

function at(ms: number): string {
  return formatStamp({ ms, counter: 0, device: 'd' });
}

const place = { course: 'tablet', lesson: 'one' };
const step = { ...place, step: 'a' };

function learned(person: string, made = now, stream = `progress/${person}`): SyncEvent {
  return anEvent({ stream, type: 'step.completed', data: step, by: `person/${person}`, at: at(made) });
}

function marked(staff: string, made = now, meeting = 'monday.2026-11-23'): SyncEvent {
  const data = { person: 'anna', status: 'present' };
  return anEvent({ stream: `meeting/${meeting}`, type: 'attendance.marked', data, by: `staff/${staff}`, at: at(made) });
}

function opened(staff: string, group: string, meeting: string): SyncEvent {
  const data = { group, date: '2026-11-23' };
  return anEvent({ stream: `meeting/${meeting}`, type: 'meeting.opened', data, by: `staff/${staff}`, at: at(now) });
}

/** The stream of each type of event a learner writes, and whether each actor may. */
const learnerEvents = (['step.completed', 'place.moved', 'lesson.completed', 'practice.completed'] as const).map(
  (type) => ({ ...learned('anna'), type })
);
const answer = { ...learned('anna', now, 'learner/anna'), type: 'answer.given' };

describe('writing as a learner', () => {
  const table: [ActorName, string][] = [
    ['visitor', 'unauthorized'],
    ['tablet', 'yes'],
    ['tablet elsewhere', 'forbidden'],
    ['revoked tablet', 'forbidden'],
    ['lost tablet', 'forbidden'],
    ['card of Anna', 'yes'],
    ['replaced card of Anna', 'unauthorized'],
    ['card of Zoe', 'unauthorized'],
    ['trainer', 'unauthorized'],
    ['trainer at the tablet', 'yes'],
    ['trainer of another group', 'unauthorized'],
    ['office', 'unauthorized'],
    ['office of the venue', 'unauthorized'],
    ['office of another venue', 'unauthorized']
  ];
  test.each(table)('%s: %s', (name, verdict) => {
    for (const event of [...learnerEvents, answer]) expect(mayWrite(actors[name], event, facts, now)).toBe(verdict);
  });

  test.each<[string, Partial<SyncEvent>, string]>([
    ['of their group, of themselves', {}, 'yes'],
    ['of somebody else', { data: { person: 'bert' } }, 'forbidden'],
    ['of a meeting of another group', { stream: 'meeting/tuesday.2026-11-24' }, 'forbidden'],
    ['of a group that they have left', { by: 'person/bert', data: { person: 'bert' } }, 'forbidden'],
    ['as a mark', { type: 'attendance.marked' }, 'forbidden'],
    ["in a trainer's name", { by: 'staff/otto' }, 'unauthorized']
  ])('"Ich bin da" %s', (_, more, verdict) => {
    const said = {
      ...learned('anna', now, 'meeting/monday.2026-11-23'),
      type: 'presence.proposed',
      data: { person: 'anna' }
    };
    expect(mayWrite(actors.tablet, { ...said, ...more }, facts, now)).toBe(verdict);
    expect(mayWrite(actors['revoked tablet'], said, facts, now)).toBe('forbidden');
  });

  test.each([
    ['a member of another venue', learned('zoe'), 'forbidden'],
    ['somebody unknown', learned('nobody'), 'forbidden'],
    ["another person's stream", learned('anna', now, 'progress/bert'), 'forbidden'],
    ['a meeting', learned('anna', now, 'meeting/monday.2026-11-23'), 'forbidden'],
    ['a family', learned('anna', now, 'family/f1'), 'forbidden'],
    ['somebody who left, before they left', learned('bert', now - 6 * day), 'yes'],
    ['somebody who left, after they left', learned('bert', now - 4 * day), 'forbidden'],
    ['a new member whose tablet is a little behind', learned('anna', since - slackMs), 'yes'],
    ['a new member long before they came', learned('anna', since - day), 'forbidden']
  ])('a tablet for %s', (_, event, verdict) => {
    expect(mayWrite(actors.tablet, event, facts, now)).toBe(verdict);
  });

  test('what was done before a tablet was revoked still counts, on a lost one nothing does', () => {
    const before = learned('anna', now - 2 * day);
    expect(mayWrite(actors['revoked tablet'], before, facts, now)).toBe('yes');
    expect(mayWrite(actors['lost tablet'], before, facts, now)).toBe('forbidden');
  });

  test('what arrives after more than 30 days is judged at its arrival', () => {
    const late = learned('bert', now - 6 * day);
    expect(mayWrite(actors.tablet, late, facts, now - 6 * day + lateMs)).toBe('yes');
    expect(mayWrite(actors.tablet, late, facts, now - 6 * day + lateMs + 1)).toBe('forbidden');
  });
});

describe('writing as staff', () => {
  test.each<[ActorName, string, string]>([
    ['visitor', 'otto', 'unauthorized'],
    ['tablet', 'otto', 'unauthorized'],
    ['trainer', 'otto', 'yes'],
    ['trainer at the tablet', 'otto', 'yes'],
    ['trainer', 'petra', 'unauthorized'],
    ['trainer of another group', 'petra', 'forbidden'],
    ['former trainer', 'former', 'forbidden'],
    ['office', 'olga', 'yes'],
    ['office of the venue', 'lena', 'yes'],
    ['office of another venue', 'paul', 'forbidden'],
    ['office moved elsewhere', 'moved', 'forbidden']
  ])('%s, a mark by %s: %s', (name, staff, verdict) => {
    expect(mayWrite(actors[name], marked(staff), facts, now)).toBe(verdict);
    expect(mayWrite(actors[name], opened(staff, 'monday', 'monday.2026-11-23'), facts, now)).toBe(verdict);
  });

  test('an office of some venues has their meetings, planned or not, and its word from before counts as it did then', () => {
    const elsewhere = actors['office of another venue'];
    expect(mayWrite(elsewhere, marked('paul', now, 'tuesday.2026-11-24'), facts, now)).toBe('yes');
    expect(mayWrite(elsewhere, opened('paul', 'tuesday', 'tuesday.2026-12-24'), facts, now)).toBe('yes');
    expect(mayWrite(elsewhere, opened('paul', 'monday', 'monday.2026-12-24'), facts, now)).toBe('forbidden');
    const moved = actors['office moved elsewhere'];
    expect(mayWrite(moved, marked('moved', now - 6 * day), facts, now)).toBe('yes');
    expect(mayWrite(moved, marked('moved', now - 4 * day), facts, now)).toBe('forbidden');
    expect(mayWrite(moved, marked('moved', now - 4 * day, 'tuesday.2026-11-24'), facts, now)).toBe('yes');
  });

  test('an office of some venues that trains a group elsewhere is its trainer', () => {
    const trains = new Map([...facts.assignments, ['paul', [{ group: 'monday', from: since }]]]);
    expect(mayWrite(actors['office of another venue'], marked('paul'), { ...facts, assignments: trains }, now)).toBe(
      'yes'
    );
  });

  test('a trainer of another group stands in at a club tablet of the venue, and nowhere else', () => {
    const standIn = (more: Partial<TabletActor>): Actor => ({
      ...actors['trainer of another group'],
      tablet: { ...tablet, ...more }
    });
    const opening = opened('petra', 'monday', 'monday.2026-11-23');
    expect(mayWrite(standIn({}), opening, facts, now)).toBe('yes');
    expect(mayWrite(standIn({}), marked('petra'), facts, now)).toBe('yes');
    expect(mayWrite(standIn({}), marked('otto'), facts, now)).toBe('unauthorized');
    expect(mayWrite(standIn({ venue: 'parish' }), marked('petra'), facts, now)).toBe('forbidden');
    expect(mayWrite(standIn({ revokedAt: now - day }), marked('petra'), facts, now)).toBe('forbidden');
    expect(mayWrite(standIn({ lost: true }), marked('petra'), facts, now)).toBe('forbidden');
    const grants = [{ id: 'g', by: 'staff/petra', venue: 'library', from: now - day, until: now + day }];
    expect(mayWrite(actors.tablet, marked('petra'), { ...facts, grants }, now)).toBe('yes');
    const elsewhere = [{ id: 'g', by: 'staff/petra', venue: 'parish', from: now - day, until: now + day }];
    expect(mayWrite(actors.tablet, marked('petra'), { ...facts, grants: elsewhere }, now)).toBe('forbidden');
  });

  test('a former trainer hands in what they did while they were one', () => {
    expect(mayWrite(actors['former trainer'], marked('former', now - 6 * day), facts, now)).toBe('yes');
  });

  test.each([
    ['an unplanned meeting of the own group', opened('otto', 'monday', 'monday.2026-12-24'), 'yes'],
    ['a meeting that names another group', opened('otto', 'tuesday', 'monday.2026-11-23'), 'forbidden'],
    ["another group's meeting as the own", opened('otto', 'monday', 'tuesday.2026-11-24'), 'forbidden'],
    ['a meeting of no known group', opened('otto', 'nowhere', 'nowhere.2026-12-24'), 'forbidden'],
    ["a mark in another group's meeting", marked('otto', now, 'tuesday.2026-11-24'), 'forbidden'],
    ["a learner's progress", { ...marked('otto'), stream: 'progress/anna' }, 'forbidden'],
    ["a learner's answers", { ...marked('otto'), stream: 'learner/anna' }, 'forbidden']
  ])('a trainer: %s', (_, event, verdict) => {
    expect(mayWrite(actors.trainer, event, facts, now)).toBe(verdict);
  });

  test('a grant hands in what its author did while it held', () => {
    const grant = { id: 'g', by: 'staff/otto', from: now - 3 * day, until: now - day };
    const granted = (more = {}): Facts => ({ ...facts, grants: [{ ...grant, ...more }] });
    const during = marked('otto', now - 2 * day);
    expect(mayWrite(actors.visitor, during, granted(), now)).toBe('yes');
    expect(mayWrite(actors.visitor, marked('otto', now), granted(), now)).toBe('forbidden');
    expect(mayWrite(actors.visitor, marked('petra', now - 2 * day), granted(), now)).toBe('unauthorized');
    expect(mayWrite(actors.visitor, during, granted({ revokedAt: now }), now)).toBe('yes');
    expect(mayWrite(actors.visitor, during, granted({ revokedAt: now, lost: true }), now)).toBe('forbidden');
  });
});

test.each(['device/t1', 'nobody/x'])('nothing is written by %s', (by) => {
  expect(mayWrite(actors.office, { ...learned('anna'), by }, facts, now)).toBe('forbidden');
});

describe('reading', () => {
  const roster = { people: new Set(['anna']), meetings: new Set(['monday.2026-11-23']) };
  const everything = ['progress/anna', 'learner/anna', 'meeting/monday.2026-11-23'];
  const foreign = ['progress/zoe', 'learner/zoe', 'meeting/tuesday.2026-11-24', 'family/f1', 'nonsense'];

  test.each<[ActorName, readonly string[]]>([
    ['visitor', []],
    ['tablet', everything],
    ['revoked tablet', []],
    ['lost tablet', []],
    ['trainer', ['progress/anna', 'meeting/monday.2026-11-23']],
    ['trainer at the tablet', everything],
    ['office', ['progress/anna', 'meeting/monday.2026-11-23']]
  ])('%s reads %j', (name, expected) => {
    expect([...everything, ...foreign].filter((stream) => mayRead(actors[name], stream, roster))).toEqual(expected);
  });
});
