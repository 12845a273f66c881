import { describe, expect, it } from 'vitest';
import { tickedFrom, withTicks } from './ticked';

const anna = { person: 'anna', lists: { 'one/try': [0, 2] } };

describe('what somebody ticked in a lesson', () => {
  it('is found again by the same person, and by nobody else', () => {
    const kept = JSON.stringify(anna);
    expect(tickedFrom(kept, 'anna')).toEqual(anna);
    expect(tickedFrom(kept, 'visitor').lists).toEqual({});
  });

  it.each([null, '', '{', '7', '[]', '{"person":"anna"}', '{"person":"anna","lists":{"one/try":["0"],"two":[-1]}}'])(
    'is nothing where the device has kept %s',
    (text) => expect(tickedFrom(text, 'anna')).toEqual({ person: 'anna', lists: {} })
  );

  it('is kept by list, and no longer when the last tick is taken away', () => {
    const both = withTicks(anna, 'two/try', [1]);
    expect(both.lists).toEqual({ 'one/try': [0, 2], 'two/try': [1] });
    expect(withTicks(both, 'one/try', []).lists).toEqual({ 'two/try': [1] });
  });

  it('drops the oldest list where there are more than all courses have', () => {
    let kept = withTicks(anna, 'one/try', [0]);
    for (let list = 0; list < 300; list += 1) kept = withTicks(kept, `lesson-${list}`, [0]);
    expect([Object.keys(kept.lists).length, kept.lists['one/try']]).toEqual([300, undefined]);
  });
});
