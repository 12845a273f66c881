import { expect, it } from 'vitest';
import { entryKind } from '$lib/club/saved-entry';
import { planRoom } from './room';

it('each entry of a plan has a name of its own among what waits on a device', () => {
  expect(planRoom.eventTypes.filter(({ type }) => entryKind(type) === 'other')).toEqual([]);
});
