import { describe, expect, test } from 'vitest';
import type { Snapshot } from '$lib/sync/snapshot';
import { anEvent } from '../../../tests/support/events';
import { entryFacts, entryKind, kindCounts, maySee } from './saved-entry';

const snapshot: Snapshot = {
  venues: [{ id: 'v1', name: 'Haus' }],
  groups: [{ id: 'g1', venue: 'v1', name: 'Montag' }],
  members: [
    { id: 'anna', firstName: 'Anna', initial: 'B', picture: 'tulip', groups: ['g1'] },
    { id: 'bert', firstName: 'Bert', initial: '', picture: 'tulip', groups: ['g1'] }
  ],
  meetings: [{ id: 'g1.2026-11-24', group: 'g1', date: '2026-11-24', start: '14:00', end: '16:00' }]
};

const aMark = (meeting: string, by = 'staff/eva', person = 'anna') =>
  anEvent({ stream: `meeting/${meeting}`, type: 'attendance.marked', by, data: { person, status: 'present' } });

const anAnswer = (person: string) =>
  anEvent({
    stream: `learner/${person}`,
    type: 'answer.given',
    by: `person/${person}`,
    data: { course: 'c', lesson: 'l', step: 's', choice: 1, right: false }
  });

describe('who may see more of an entry than that it is there', () => {
  test.each([
    ['nobody', {}, false],
    ['the person who made it', { person: 'anna' }, true],
    ['another person on the same tablet', { person: 'bert' }, false],
    ['somebody from staff', { staff: 'eva' }, true]
  ])('%s: %o', (_, viewer, verdict) => {
    expect(maySee(anAnswer('anna'), viewer)).toBe(verdict);
  });

  test('a learner does not see what staff entered, whoever it is about', () => {
    expect(maySee(aMark('g1.2026-11-24'), { person: 'anna' })).toBe(false);
  });
});

describe('what is said of an entry', () => {
  test('a mark: of whom, what, in which meeting, by whom', () => {
    expect(entryFacts(aMark('g1.2026-11-24'), { staff: 'eva' }, snapshot)).toEqual({
      kind: 'attendance',
      about: { name: 'Anna B.' },
      mark: 'present',
      meeting: { group: 'Montag', date: '2026-11-24' },
      author: 'you'
    });
  });

  test('a meeting that nobody planned is named by its id; somebody unknown has no name', () => {
    expect(entryFacts(aMark('g1.2026-12-01', 'staff/udo', 'zoe'), { staff: 'eva' }, snapshot)).toEqual({
      kind: 'attendance',
      about: 'other',
      mark: 'present',
      meeting: { group: 'Montag', date: '2026-12-01' },
      author: 'other'
    });
  });

  test('of an answer nothing but that there is one, and whose', () => {
    expect(entryFacts(anAnswer('bert'), { staff: 'eva' }, snapshot)).toEqual({
      kind: 'answer',
      author: { name: 'Bert' }
    });
    expect(entryFacts(anAnswer('bert'), { person: 'bert' }, undefined)).toEqual({ kind: 'answer', author: 'you' });
  });

  test('without a snapshot, and with data that nobody foresaw, there is still a kind', () => {
    const strange = anEvent({ stream: 'meeting/x', type: 'attendance.marked', by: 'staff/eva', data: 7 });
    expect(entryFacts(strange, {}, undefined)).toEqual({ kind: 'attendance', author: 'other' });
    expect(entryKind('something.invented')).toBe('other');
  });

  test('others are told how many there are of each kind, and nothing else', () => {
    expect(kindCounts([anAnswer('anna'), aMark('m'), anAnswer('bert')])).toEqual([
      { kind: 'answer', count: 2 },
      { kind: 'attendance', count: 1 }
    ]);
  });
});
