import { describe, expect, it } from 'vitest';
import type { Snapshot } from '$lib/sync/snapshot';
import { isWithin, tabletPart } from '$lib/sync/tablet-part';
import { anEngine } from '../support/engine';

const all: Snapshot = {
  venues: [
    { id: 'library', name: 'Bücherei' },
    { id: 'parish', name: 'Gemeindehaus' }
  ],
  groups: [
    { id: 'g1', venue: 'library', name: 'Montag' },
    { id: 'g2', venue: 'parish', name: 'Freitag' }
  ],
  members: [
    { id: 'anna', firstName: 'Anna', initial: 'B', picture: 'tulip', groups: ['g1', 'g2'] },
    { id: 'zoe', firstName: 'Zoe', initial: 'K', picture: 'owl', groups: ['g2'] }
  ],
  meetings: [
    { id: 'm1', group: 'g1', date: '2026-11-24', start: '14:00', end: '16:00' },
    { id: 'm2', group: 'g2', date: '2026-11-24', start: '14:00', end: '16:00' }
  ],
  staff: { id: 'otto', name: 'Otto', role: 'trainer' },
  operator: { name: 'Stadt' }
};
const atTablet: Snapshot = { ...all, tablet: { id: 't1', name: 'Tablet 1', venue: 'library' } };

describe('when staff leave a device', () => {
  it('a club tablet keeps what it may have itself, and nothing of other venues', () => {
    const part = tabletPart(atTablet);
    expect(part).toMatchObject({ groups: [{ id: 'g1' }], meetings: [{ id: 'm1' }], tablet: { id: 't1' } });
    expect(part?.members).toEqual([{ ...all.members[0], groups: ['g1'] }]);
    expect(part?.venues).toEqual([{ id: 'library', name: 'Bücherei' }]);
    expect(part).not.toHaveProperty('staff');
  });

  it("a trainer's own device keeps nothing", () => {
    expect(tabletPart(all)).toBeUndefined();
  });

  it('the learner on it keeps what is theirs alone', () => {
    const part = tabletPart(atTablet);
    const streams = ['progress/anna', 'progress/zoe', 'meeting/m1', 'meeting/m2', 'learner/bert'];
    expect(streams.filter((stream) => part && isWithin(part, stream))).toEqual([
      'progress/anna',
      'meeting/m1',
      'learner/bert'
    ]);
  });

  const mark = { type: 'attendance.marked', by: 'staff/otto', data: { person: 'anna', status: 'present' } };

  it.each([
    ['a tablet', atTablet, ['meeting/m1']],
    ['an own device', all, []]
  ])('%s lets go of streams at once, without a network, and of no unsent entry', async (_, snapshot, left) => {
    const { engine, shelf, way, status } = await anEngine();
    way.fail({ status: 0 });
    await shelf.write(async (tx) => {
      await tx.putSnapshot({ tag: 'of otto', snapshot });
      await tx.putCursors(['meeting/m1', 'meeting/m2'].map((stream) => ({ stream, seq: 3 })));
    });
    await engine.record({ ...mark, stream: 'meeting/m2' });
    await engine.handOn();
    const cursors = await shelf.read((tx) => tx.cursors());
    expect(cursors.map(({ stream }) => stream)).toEqual(left);
    expect((await shelf.read((tx) => tx.snapshot()))?.snapshot).toEqual(tabletPart(snapshot));
    expect((await status()).waiting).toBe(1);
  });

  it('a tablet on which nobody of the staff was stays as it is', async () => {
    const { engine, shelf } = await anEngine();
    const { staff: _staff, ...own } = atTablet;
    await shelf.write((tx) => tx.putSnapshot({ tag: 'own', snapshot: own }));
    await engine.handOn();
    expect(await shelf.read((tx) => tx.snapshot())).toEqual({ tag: 'own', snapshot: own });
  });
});
