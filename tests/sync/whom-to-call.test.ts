import { expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { deletePerson } from '$lib/privacy/deletion.server';
import { portraitOf } from '$lib/privacy/portrait.server';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aClub, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';

const all = registry(rooms);

test('whom to call stands in the person’s export, and is taken back when they are deleted', async () => {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const log = new EventLog(store, all, world);
  const { group, members } = await aClub(writer);
  const stream = `meeting/${group}.2026-11-24`;
  const wanted = members.map((person, index) =>
    anEvent({
      id: anId(index + 1),
      stream,
      type: 'call.noted',
      by: 'staff/a',
      at: formatStamp({ ms: world.now(), counter: index, device: 'd' }),
      data: { person, state: 'wanted' }
    })
  );
  log.append(wanted, { device: 'd', receivedAt: world.now() });
  const [anna = ''] = members;

  const [portrait] = portraitOf(store, all, anna);
  expect(portrait?.tables.events).toMatchObject([{ type: 'call.noted' }]);
  expect(portrait?.workedOut['read_call_wish']).toHaveLength(1);

  await deletePerson(writer, log, anna);
  const states = store.db
    .prepare<[], { state: string }>(`SELECT row ->> 'state' AS state FROM read_call_wish ORDER BY row ->> 'at'`)
    .all();
  expect(states.map(({ state }) => state)).toEqual(['none', 'wanted']);
});
