import { describe, expect, it } from 'vitest';
import { mayWrite } from '$lib/access/may';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { deletePerson } from '$lib/privacy/deletion.server';
import { registry } from '$lib/sync/registry';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { aClub, aWriter } from '../support/club';
import { aStore } from '../support/store';
import { aliasesOf, mergedInto } from '$lib/club/aliases.server';
import { mergeMembers, splitMembers } from '$lib/club/merge.server';
import { clubFacts } from '$lib/club/facts.server';
import { findGroup } from '$lib/club/groups.server';
import { addMember, listMembers, membersOfGroup } from '$lib/club/members.server';
import { snapshotFor } from '$lib/club/snapshot.server';

async function aTown() {
  const writer = aWriter(aStore());
  const { store } = writer;
  const monday = await aClub(writer, { people: ['Anna'] });
  const friday = await aClub(writer, { name: 'Freitag', people: ['Änne', 'Bernd'] });
  const [kept = '', person = '', third = ''] = [...monday.members, ...friday.members];
  writer.world.pass(60_000);
  const names = async (group: string) => (await membersOfGroup(store, group)).map(({ firstName }) => firstName);
  const actor = { kind: 'staff', staff: 's', role: 'office' } as const;
  const roster = async () => (await snapshotFor(store, { actor, now: writer.world.now() }))?.snapshot.members;
  return { writer, store, monday, friday, kept, person, third, names, roster };
}

describe('two entries that are one person', () => {
  it('are one in every list, in the groups of both, and on tablets with the other id', async () => {
    const { writer, store, monday, friday, kept, person, names, roster } = await aTown();
    expect(await mergeMembers(writer, { person, kept })).toEqual({ ok: true, value: undefined });
    expect(await names(monday.group)).toEqual(['Anna']);
    expect(await names(friday.group)).toEqual(['Anna', 'Bernd']);
    expect((await listMembers(store, 'all')).map(({ firstName }) => firstName)).toEqual(['Anna', 'Bernd']);
    expect((await findGroup(store, friday.group, 'all'))?.members).toBe(2);
    expect(await roster()).toMatchObject([
      { id: kept, groups: [friday.group, monday.group].sort(), aliases: [person] },
      { firstName: 'Bernd' }
    ]);
  });

  it('are two again after a split, as they were', async () => {
    const { writer, store, monday, friday, kept, person, names, roster } = await aTown();
    const before = [await listMembers(store, 'all'), await roster()];
    await mergeMembers(writer, { person, kept });
    writer.world.pass(60_000);
    await splitMembers(writer, { person, kept });
    expect([await listMembers(store, 'all'), await roster()]).toEqual(before);
    expect([await names(monday.group), await names(friday.group)]).toEqual([['Anna'], ['Bernd', 'Änne']]);
    expect(await mergedInto(store, kept)).toEqual([]);
    expect((await mergeMembers(writer, { person, kept })).ok).toBe(true);
  });

  it('hold through others, and end in the right order', async () => {
    const { writer, store, kept, person, third } = await aTown();
    await mergeMembers(writer, { person, kept });
    await mergeMembers(writer, { person: kept, kept: third });
    expect([...aliasesOf(store, third)].sort()).toEqual([kept, person].sort());
    await splitMembers(writer, { person: kept, kept: third });
    expect([aliasesOf(store, third), aliasesOf(store, kept)]).toEqual([[], [person]]);
  });

  it.each(['themselves', 'somebody who is merged already', 'nobody who is known'])(
    'are not made of %s',
    async (what) => {
      const { writer, kept, person, third } = await aTown();
      await mergeMembers(writer, { person, kept });
      const pair = {
        themselves: { person: kept, kept },
        'somebody who is merged already': { person: third, kept: person },
        'nobody who is known': { person: 'x', kept }
      }[what];
      expect(await mergeMembers(writer, pair ?? { person: '', kept: '' })).toEqual({ ok: false, error: 'gone' });
    }
  );

  it('take what a tablet still sends for the one that went', async () => {
    const { writer, store, friday, kept, person } = await aTown();
    await mergeMembers(writer, { person, kept });
    writer.world.pass(3_600_000);
    const now = writer.world.now();
    const question = { people: [person, kept], staff: [], meetings: [], groups: [], grants: [] };
    const facts = await clubFacts(store).facts(question);
    const actor = { kind: 'device', tablet: { id: 't', venue: friday.venue, enrolledAt: 0 } } as const;
    const step = (who: string) => ({
      id: newId<'event'>(writer.world),
      stream: `progress/${who}`,
      type: 'step.completed',
      at: formatStamp({ ms: now, counter: 0, device: 't' }),
      by: `person/${who}`,
      data: {}
    });
    expect([person, kept].map((who) => mayWrite(actor, step(who), facts, now))).toEqual(['yes', 'yes']);
    const office = { kind: 'staff', staff: 's', role: 'office' } as const;
    expect((await clubFacts(store).roster(office, now)).people).toEqual(expect.arrayContaining([person, kept]));
  });

  it('are deleted as one, and nothing of either stays', async () => {
    const { writer, store, kept, person } = await aTown();
    await mergeMembers(writer, { person, kept });
    const log = new EventLog(store, registry(rooms), writer.world);
    await deletePerson(writer, log, kept);
    expect(store.db.prepare('SELECT first_name FROM members ORDER BY first_name').all()).toEqual([
      { first_name: 'Bernd' }
    ]);
    expect(log.isDeleted(`progress/${person}`, writer.world.now())).toBe(true);
    expect(await addMember(writer, { firstName: 'Neu', initial: '', picture: 'tulip' })).toBeTypeOf('string');
  });
});
