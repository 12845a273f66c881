import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { TabletActor } from '$lib/access/facts';
import { changeMember } from '$lib/club/members.server';
import { clubRights } from '$lib/club/rights.server';
import { exchange } from '$lib/sync/exchange.server';
import { EventLog } from '$lib/sync/log.server';
import type { Snapshot } from '$lib/sync/snapshot';
import { answerSchema, protocol, type ExchangeRequest } from '$lib/sync/wire';
import { aClub, aWriter } from '../support/club';
import { anAnswer, anEngine } from '../support/engine';
import { aStore } from '../support/store';
import { allRooms } from '../support/sync-server';

test('the server sends the club when the tablet has another one, and not again; to whom may have none, it says so', async () => {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const { venue, members } = await aClub(writer);
  const log = new EventLog(store, allRooms, world);
  const ask = async (snapshotTag?: string, change: Partial<TabletActor> = {}) => {
    const tablet = { id: 't1', venue, enrolledAt: 0, ...change };
    const rights = clubRights(store, { actor: { kind: 'device', tablet }, grants: [], now: world.now() });
    const request: ExchangeRequest = {
      protocol,
      device: 'd',
      cursors: {},
      grants: [],
      gone: [],
      events: [],
      snapshotTag
    };
    return v.parse(
      answerSchema,
      JSON.parse((await exchange({ log, registry: allRooms, rights, request, now: world.now() })).toString())
    );
  };
  const namesIn = (snapshot: Snapshot | undefined) => snapshot?.members.map(({ firstName }) => firstName);
  const first = await ask();
  expect(namesIn(first.snapshot)).toEqual(['Anna', 'Bernd']);
  const again = await ask(first.snapshotTag);
  expect([again.snapshotTag, again.snapshot]).toEqual([first.snapshotTag, undefined]);
  await changeMember(writer, { id: members[0] ?? '', firstName: 'Anne', initial: 'K', picture: 'tulip' });
  const changed = await ask(first.snapshotTag);
  expect(namesIn(changed.snapshot)).toEqual(['Anne', 'Bernd']);
  expect(changed.snapshotTag).not.toBe(first.snapshotTag);
  const revoked = await ask(first.snapshotTag, { revokedAt: world.now() });
  expect([revoked.snapshotTag, revoked.snapshot]).toEqual(['', undefined]);
});

test('the browser says which club it has, keeps it while nothing is said of another, and lets it go by the server’s word', async () => {
  const { engine, way, shelf } = await anEngine();
  const snapshot: Snapshot = { venues: [], groups: [], members: [], meetings: [] };
  const said: unknown[] = [];
  const answers = [{ snapshot, snapshotTag: 'one' }, { snapshotTag: 'one' }, {}, { snapshotTag: '' }];
  way.through(async (body) => {
    said.push(JSON.parse(body).snapshotTag);
    return anAnswer(answers[said.length - 1]);
  });
  const kept: unknown[] = [];
  for (const _ of answers) {
    await engine.exchange();
    kept.push(await shelf.read((tx) => tx.snapshot()));
  }
  const one = { tag: 'one', snapshot };
  expect(kept).toEqual([one, one, one, undefined]);
  expect(said).toEqual([undefined, 'one', 'one', 'one']);
});
