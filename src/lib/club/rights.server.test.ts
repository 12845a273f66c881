import { expect, test } from 'vitest';
import { aClub, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { clubRights } from './rights.server';

test('what could not be read once is read again the next time, though nothing in the club has changed', async () => {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const { venue } = await aClub(writer);
  const actor = { kind: 'device', tablet: { id: 't1', venue, enrolledAt: 0 } } as const;
  const ask = async () =>
    (await clubRights(store, { actor, grants: [], now: world.now() }).snapshot())?.snapshot.members;
  store.db.exec('ALTER TABLE groups RENAME TO away');
  await expect(ask()).rejects.toThrow(/groups/);
  store.db.exec('ALTER TABLE away RENAME TO groups');
  expect(await ask()).toHaveLength(2);
});
