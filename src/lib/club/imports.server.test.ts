import { describe, expect, it } from 'vitest';
import { aClub, aWriter, aWorld } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { ImportDrafts } from './import-drafts.server';
import { guessColumns } from './import-columns';
import { readPeople } from './import-people';
import { listImports, takeImport, undoImport } from './imports.server';
import { memberList } from './member-list.server';
import { addMember, joinGroup, listMembers, membersOfGroup } from './members.server';
import { mergeMembers } from './merge.server';
import { readSpreadsheet } from './spreadsheet.server';
import { waitForPlace, waitingFor } from './waiting.server';

async function anImport(table: readonly (readonly string[])[], different: readonly number[] = []) {
  const writer = aWriter(aStore());
  const club = await aClub(writer, { people: ['Anna', 'Bernd'] });
  const other = await aClub(writer, { name: 'Freitagsgruppe', people: ['Erika'] });
  const known = await listMembers(writer.store, 'all');
  const columns = guessColumns(table);
  const lines = readPeople({ table, columns, group: club.group, groups: [], known });
  const taken = await takeImport(writer, { lines, different: new Set(different) });
  const names = async () => (await membersOfGroup(writer.store, club.group)).map(({ firstName }) => firstName);
  const everybody = async () => (await listMembers(writer.store, 'all')).map(({ firstName }) => firstName);
  return { writer, ...club, other, taken, names, everybody };
}

const heads = ['Vorname', 'Nachname'];

describe('an import', () => {
  it('takes new people in, each with a picture that the group has not yet, and knows who is here', async () => {
    const { writer, group, taken, names } = await anImport([
      heads,
      ['Anna', 'Klein'],
      ['Doris', 'Berg'],
      ['Erika', 'K'],
      ['Ülkü', '']
    ]);
    expect(taken).toMatchObject({ added: 2, joined: 1 });
    expect(await names()).toEqual(['Anna', 'Bernd', 'Doris', 'Erika', 'Ülkü']);
    const pictures = (await membersOfGroup(writer.store, group)).map(({ firstName, picture }) => [firstName, picture]);
    const fresh = pictures.filter(([name = '']) => ['Doris', 'Ülkü'].includes(name)).map(([, picture]) => picture);
    expect(new Set([...fresh, 'tulip']).size).toBe(3);
  });

  it('takes somebody of a known name in where the office says that it is somebody else', async () => {
    const { names } = await anImport([heads, ['Anna', 'Klein'], ['Doris', 'Berg'], ['Doris', 'Berg']], [2, 4]);
    expect(await names()).toEqual(['Anna', 'Anna', 'Bernd', 'Doris', 'Doris']);
  });

  it('is taken back whole: who came goes, who joined leaves, and nobody else is touched', async () => {
    const { writer, taken, names, everybody } = await anImport([heads, ['Doris', 'Berg'], ['Erika', 'K']]);
    expect(await undoImport(writer, taken.id)).toEqual({ removed: 1, stayed: [] });
    expect(await names()).toEqual(['Anna', 'Bernd']);
    expect(await everybody()).toEqual(['Anna', 'Bernd', 'Erika']);
    expect(await listImports(writer.store, { at: 'all', by: '' })).toMatchObject([{ undone: true }]);
  });

  it('that is taken back twice is taken back once', async () => {
    const { writer, taken } = await anImport([heads, ['Doris', 'Berg']]);
    await undoImport(writer, taken.id);
    expect(await undoImport(writer, taken.id)).toEqual({ removed: 0, stayed: [] });
  });

  it('leaves those of whom there is something by now', async () => {
    const table = [heads, ['Doris', 'Berg'], ['Emil', 'Berg'], ['Fritz', 'Berg'], ['Gerda', 'Berg'], ['Hans', 'Berg']];
    const { writer, group, other, taken, everybody } = await anImport(table);
    const people = new Map((await membersOfGroup(writer.store, group)).map(({ id, firstName }) => [firstName, id]));
    const insert = writer.store.db.prepare(
      `INSERT INTO events (id, stream, seq, type, at, by, data, device, received_at) VALUES (?, ?, 1, 'x', '', '', ?, '', 0)`
    );
    insert.run('e1', `progress/${people.get('Doris')}`, '{}');
    insert.run('e2', 'meeting/m1', JSON.stringify({ person: people.get('Emil') }));
    await joinGroup(writer, { member: people.get('Fritz') ?? '', group: other.group });
    writer.store.db
      .prepare(
        `INSERT INTO held_events (id, stream, reason, sender, device, received_at) VALUES ('h', ?, 'lost-device', '', '', 0)`
      )
      .run(`progress/${people.get('Gerda')}`);
    expect(await undoImport(writer, taken.id)).toEqual({ removed: 1, stayed: ['Doris', 'Emil', 'Fritz', 'Gerda'] });
    expect(await everybody()).not.toContain('Hans');
  });

  it('leaves those who were merged with another entry, whichever of the two is kept', async () => {
    const { writer, group, members, taken, everybody } = await anImport([heads, ['Doris', 'Berg'], ['Emil', 'Berg']]);
    const idOf = new Map((await membersOfGroup(writer.store, group)).map(({ id, firstName }) => [firstName, id]));
    await mergeMembers(writer, { person: idOf.get('Doris') ?? '', kept: members[0] ?? '' });
    await mergeMembers(writer, { person: members[1] ?? '', kept: idOf.get('Emil') ?? '' });
    expect(await undoImport(writer, taken.id)).toEqual({ removed: 0, stayed: ['Doris', 'Emil'] });
    expect(await everybody()).toEqual(['Anna', 'Emil', 'Erika']);
  });

  it('gives who waited their place, and taken back lets them wait as before', async () => {
    const writer = aWriter(aStore());
    const { group } = await aClub(writer);
    const [doris, emil] = [
      await addMember(writer, { firstName: 'Doris', initial: 'B', picture: 'owl' }),
      await addMember(writer, { firstName: 'Emil', initial: 'B', picture: 'owl' })
    ];
    for (const member of [doris, emil]) {
      await waitForPlace(writer, { member, group });
      writer.world.pass(1000);
    }
    const table = [heads, ['Doris', 'Berg']];
    const known = await listMembers(writer.store, 'all');
    const lines = readPeople({ table, columns: guessColumns(table), group, groups: [], known });
    const taken = await takeImport(writer, { lines, different: new Set() });
    const names = async () => (await waitingFor(writer.store, group)).map(({ firstName }) => firstName);
    expect(await names()).toEqual(['Emil']);
    writer.world.pass(1000);
    await undoImport(writer, taken.id);
    expect(await names()).toEqual(['Doris', 'Emil']);
  });

  it('is listed for the office of all venues, and for an office of some only if it is its own', async () => {
    const { writer } = await anImport([heads, ['Doris', 'Berg']]);
    expect(await listImports(writer.store, { at: 'all', by: 'staff/x' })).toMatchObject([{ people: 1, undone: false }]);
    expect(await listImports(writer.store, { at: ['v'], by: 'staff/x' })).toEqual([]);
    expect(await listImports(writer.store, { at: ['v'], by: writer.by })).toHaveLength(1);
  });

  it('of 5,000 people is one transaction that leaves each a line in the audit trail', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => [`Vor${at}`, `N${at}`]);
    const { writer, taken } = await anImport([heads, ...many]);
    expect(taken.added).toBe(5000);
    const deeds = writer.store.db
      .prepare(`SELECT count(*) AS n FROM audit_lines WHERE action = 'member.imported'`)
      .get();
    expect(deeds).toEqual({ n: 5000 });
  });
});

describe('a file that waits', () => {
  it('is seen by whoever chose it alone, and forgotten after an hour', () => {
    const world = aWorld();
    const drafts = new ImportDrafts(world);
    const id = drafts.keep([['Anna']], 'staff/a');
    expect(drafts.find(id, 'staff/b')).toBeUndefined();
    world.pass(59 * 60_000);
    expect(drafts.find(id, 'staff/a')).toEqual([['Anna']]);
    world.pass(60_000);
    expect(drafts.find(id, 'staff/a')).toBeUndefined();
  });

  it('does not keep the server from others: of many, the newest stay', () => {
    const drafts = new ImportDrafts(aWorld());
    const ids = Array.from({ length: 30 }, () => drafts.keep([['Anna']], 'staff/a'));
    expect(ids.map((id) => drafts.find(id, 'staff/a') !== undefined)).toEqual(ids.map((_, at) => at >= 10));
  });
});

describe('the list as a file', () => {
  it('is read back by the import, with what a spreadsheet would calculate as text', async () => {
    const writer = aWriter(aStore());
    const { group } = await aClub(writer, { people: ["O'Neill", 'أحمد'] });
    await addMember(writer, { firstName: '=HYPERLINK("x")', initial: '', picture: 'tulip', group });
    await addMember(writer, { firstName: 'Solo; "Anna"', initial: 'B', picture: 'rose' });
    const heads = { firstName: 'Vorname', initial: 'Anfangsbuchstabe', group: 'Gruppe' };
    const text = await memberList(writer, { at: 'all', heads });
    expect(text.split('\r\n')[1]).toBe(`"'=HYPERLINK(""x"")";;Montagsgruppe`);
    const read = await readSpreadsheet(new TextEncoder().encode(text));
    expect(read.ok && read.value.slice(2)).toEqual([
      ["O'Neill", 'K', 'Montagsgruppe'],
      ['Solo; "Anna"', 'B', ''],
      ['أحمد', 'K', 'Montagsgruppe']
    ]);
    expect(read.ok && guessColumns(read.value).meanings).toEqual(['first-name', 'initial', 'group']);
  });
});
