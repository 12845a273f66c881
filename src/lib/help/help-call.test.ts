import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../tests/support/events';
import { callsOf, helpCall, minutesSinceStamp, openCalls, type HelpCall } from './help-call';

const minute = 60_000;
const noon = Date.UTC(2026, 10, 24, 12);
const from = noon - 60 * minute;

const at = (minutes: number, device = 'd1') => formatStamp({ ms: noon + minutes * minute, counter: 0, device });

let count = 100;
function said(wanted: { type: string; by: string; at: string; data: unknown; id?: SyncEvent['id'] }): SyncEvent {
  return anEvent({ id: anId((count += 1)), stream: 'meeting/m1', ...wanted });
}

const raised = (tablet: string, minutes: number, data = {}) =>
  said({ type: 'help.raised', by: `device/${tablet}`, at: at(minutes, `browser-of-${tablet}`), data });
const answered = (call: SyncEvent, by: string, minutes: number, coming = true) =>
  said({ type: 'help.answered', by: `staff/${by}`, at: at(minutes), data: { call: call.id, coming } });
const ended = (call: SyncEvent, by: string, minutes: number) =>
  said({ type: 'help.ended', by, at: at(minutes), data: { call: call.id } });

function folded(...events: readonly SyncEvent[]): HelpCall[] {
  const rows = new Map<string, HelpCall>();
  for (const event of events) {
    const key = helpCall.keyOf(event) ?? '';
    rows.set(key, helpCall.fold(rows.get(key), event));
  }
  return [...rows.values()];
}

const tablets = (...events: readonly SyncEvent[]) => openCalls(folded(...events), { from }).map(({ tablet }) => tablet);

describe('raised hands', () => {
  test('who waits longest stands first', () => {
    expect(tablets(raised('t2', 5), raised('t1', 1), raised('t3', 9))).toEqual(['t1', 't2', 't3']);
  });

  test('somebody who is helped makes room for who waits, and comes back to their place when the trainer cannot come', () => {
    const [one, two] = [raised('t1', 1), raised('t2', 5)];
    const coming = answered(one, 'eva', 6);
    expect(tablets(one, two, coming)).toEqual(['t2', 't1']);
    expect(openCalls(folded(one, two, coming), { from }).map((call) => call.coming)).toEqual([undefined, 'staff/eva']);
    expect(tablets(one, two, coming, answered(one, 'eva', 7, false))).toEqual(['t1', 't2']);
  });

  test('"Erledigt" can be taken back: the hand is up again, and can be done once more; the tablet has the last word', () => {
    const call = raised('t1', 1);
    const done = [call, answered(call, 'eva', 2), ended(call, 'staff/eva', 3)];
    expect(tablets(...done)).toEqual([]);
    const taken = { call: call.id, coming: true, again: true };
    const back = [...done, said({ type: 'help.answered', by: 'staff/eva', at: at(4), data: taken })];
    expect(openCalls(folded(...back), { from })).toMatchObject([{ tablet: 't1', coming: 'staff/eva' }]);
    expect(tablets(...[...back].reverse())).toEqual(['t1']);
    expect(tablets(...back, answered(call, 'eva', 5, false))).toEqual(['t1']);
    expect(tablets(...back, ended(call, 'staff/eva', 6))).toEqual([]);
    expect(tablets(ended(call, 'staff/eva', 6), ...back)).toEqual([]);
    expect(tablets(...back, ended(call, 'device/t1', 3))).toEqual([]);
  });

  test('of two trainers who say they come, the later word counts, in whatever order it arrives', () => {
    const call = raised('t1', 1);
    const [eva, otto] = [answered(call, 'eva', 2), answered(call, 'otto', 3)];
    for (const order of [
      [call, eva, otto],
      [otto, eva, call]
    ])
      expect(openCalls(folded(...order), { from })[0]?.coming).toBe('staff/otto');
  });

  test.each([
    ['the tablet itself', 'device/t1', []],
    ['a trainer', 'staff/eva', []],
    ['another tablet', 'device/t2', ['t1']]
  ])('%s says that it is over', (_, by, left) => {
    const call = raised('t1', 1);
    expect(tablets(call, ended(call, by, 2))).toEqual(left);
    expect(tablets(ended(call, by, 2), call)).toEqual(left);
  });

  test('what is over stays over, whatever is said of coming afterwards', () => {
    const call = raised('t1', 1);
    expect(tablets(call, ended(call, 'staff/eva', 2), answered(call, 'otto', 3))).toEqual([]);
  });

  test('a tablet has one hand: two pages of it are one call since the first, and lowering ends both', () => {
    const rows = folded(raised('t1', 4), raised('t1', 2), raised('t2', 3));
    expect(openCalls(rows, { from }).map(({ tablet, raisedAt }) => [tablet, raisedAt])).toEqual([
      ['t1', at(2, 'browser-of-t1')],
      ['t2', at(3, 'browser-of-t2')]
    ]);
    expect(callsOf(rows, { tablet: 't1', from })).toHaveLength(2);
  });

  test('a hand of another evening is void', () => {
    expect(tablets(raised('t1', -61), raised('t2', -59))).toEqual(['t2']);
    expect(callsOf(folded(raised('t1', -61)), { tablet: 't1', from })).toEqual([]);
  });

  test('it says which tablet, on which browser, and never who', () => {
    const [call] = openCalls(folded(raised('t1', 1, { lastHere: true })), { from });
    expect(call).toEqual({
      call: expect.any(String),
      tablet: 't1',
      raisedAt: at(1, 'browser-of-t1'),
      device: 'browser-of-t1',
      lastHere: true
    });
  });
});

test.each([
  [0, 0],
  [59_999, 0],
  [60_000, 1],
  [605_000, 10],
  [-5000, 0]
])('after %i ms somebody has waited for %i minutes', (ms, minutes) => {
  expect(minutesSinceStamp(at(0), noon + ms)).toBe(minutes);
});
