import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { makeCards, takeIn } from '$lib/access/cards.server';
import { setPictureCode } from '$lib/access/picture-codes.server';
import { noteLook } from '$lib/audit/looks.server';
import { mergeMembers } from '$lib/club/merge.server';
import { keepPhone } from '$lib/club/consents.server';
import { personTables, portraitOf, withoutMembers } from '$lib/privacy/portrait.server';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { tableName } from '$lib/sync/rebuild.server';
import { registry } from '$lib/sync/registry';
import { aClub, aWriter } from '../support/club';
import { draftsByType, people } from '../support/events';
import { decisions } from '../support/person-columns';
import { aLoan, anEnrolledTablet } from '../support/loan';
import { aStore } from '../support/store';

const all = registry(rooms);
const ofPerson = v.object({ person: v.string() });
const derived = all.projections.map(tableName);

/** A club in which each table that can name a member names Anna. */
async function aFullClub() {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  new EventLog(store, all, world);
  const { venue, group, members } = await aClub(writer, { people: ['Anna', 'Anna', 'Bernd'] });
  const [anna = '', other = '', bernd = ''] = members;
  const yes = { purposes: ['phone-cancelled'] as const, wording: () => 'Ja', givenOn: '2026-11-24' };
  await keepPhone(writer, { member: anna, phone: '0911 1', ...yes });
  await keepPhone(writer, { member: bernd, phone: '0911 2', ...yes });
  await mergeMembers(writer, { person: other, kept: anna });
  for (const member of [anna, bernd]) await aLoan(writer, { ...(await anEnrolledTablet(writer, { venue })), member });
  await makeCards(writer, members);
  for (const member of members) {
    takeIn(writer, { member, own: true });
    await setPictureCode(writer, { member, pictures: ['key', 'owl', 'star', 'teapot'] });
  }
  noteLook(writer, `person/${anna}`);
  const run = (sql: string, ...values: unknown[]) => store.db.prepare(sql).run(...values);
  const event = `INSERT INTO events (id, stream, seq, type, at, by, data, device, received_at) VALUES (?, ?, 1, '', '', '', ?, '', 0)`;
  run('INSERT INTO member_imports (id, at, by) VALUES (?, 0, ?)', 'i', 'staff/a');
  for (const person of [anna, other, bernd]) {
    run(`INSERT INTO imported_members (import, member, "group", kind) VALUES ('i', ?, ?, 'joined')`, person, group);
    run(
      `INSERT INTO member_corrections (member, at, by, first_name, initial, picture) VALUES (?, 1, '', '', '', '')`,
      person
    );
    run(`INSERT INTO sealed_persons VALUES (?, '', '', '', '2026-12-24', 1, '')`, person);
    run('INSERT INTO waiting (member, "group", "from") VALUES (?, ?, 0)', person, group);
    for (const kind of ['progress', 'learner']) {
      run(event, `${kind}-${person}`, `${kind}/${person}`, '{}');
      run('INSERT INTO streams (stream, last) VALUES (?, 1)', `${kind}/${person}`);
    }
    run(event, `mark-${person}`, `meeting/${person.slice(-4)}`, JSON.stringify({ person }));
    const held = `INSERT INTO held_events (id, stream, reason, sender, device, received_at, event) VALUES (?, ?, 'lost-device', '', '', 0, ?)`;
    run(held, `h-${person}`, `progress/${person}`, '{}');
    run(held, `hm-${person}`, 'meeting/m', JSON.stringify({ data: { person } }));
    run('INSERT INTO reported_streams (stream, sender, reported_at) VALUES (?, ?, 0)', `progress/${person}`, 't');
    for (const table of derived)
      run(
        `INSERT INTO ${table} (stream, key, row) VALUES (?, ?, ?)`,
        `meeting/${person.slice(-4)}`,
        `m|${person}`,
        JSON.stringify({ person })
      );
  }
  return { store, anna, other };
}

test('whoever an event names is named as its person, in meetings alone: that is how the rows about them are found', () => {
  for (const { type, streams, about } of all.types) {
    const examples = draftsByType[type];
    if (examples === undefined) throw new Error(`tests/support/events.ts needs a line for ${type}`);
    fc.assert(
      fc.property(examples, ({ data }) => {
        const named = people.filter((person) => JSON.stringify(data).includes(`"${person}"`));
        const isSaid = streams.includes('meeting') && v.is(ofPerson, data);
        expect(named, type).toEqual(isSaid ? [data.person] : []);
        expect(about !== undefined, type).toBe(named.length > 0);
      }),
      { numRuns: 50 }
    );
  }
});

test('each table of the database is known to name members, or never to', () => {
  const { db } = aStore();
  const tables = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => name)
    .filter((name) => !derived.includes(name));
  expect(tables.sort()).toEqual([...Object.keys(personTables), ...withoutMembers].sort());
});

test('of each column of the database it is decided what it says of a learner, how it is handed out and how it goes', () => {
  const { db } = aStore();
  const rows = db
    .prepare<[], { table: string; column: string }>(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`
    )
    .all()
    .filter(({ table }) => !derived.includes(table));
  const known = [...decisions([])].flatMap(([table, columns]) => [...columns.keys()].map((one) => `${table}.${one}`));
  expect(rows.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(known.sort());
  for (const [table, columns] of decisions([])) {
    const speaks = [...columns.values()].some((kind) => kind !== 'club' && kind !== 'free');
    expect(speaks, table).toBe(Object.keys(personTables).includes(table));
  }
});

test('what is handed out has each row of the database that mentions the person, and none of anybody else', async () => {
  const { store, anna, other } = await aFullClub();
  const portraits = portraitOf(store, all, anna);
  expect(portraits.map(({ id }) => id)).toEqual([anna, other]);
  for (const { id, tables, workedOut } of portraits) {
    const handed: Record<string, readonly unknown[]> = { ...tables, ...workedOut };
    const names = store.db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    for (const { name } of names) {
      const rows = store.db.prepare(`SELECT * FROM "${name}"`).all();
      const mentioned = rows.filter((row) => JSON.stringify(row).includes(id));
      const sorted = (some: readonly unknown[]) => some.map((row) => JSON.stringify(row)).sort();
      expect(sorted(handed[name] ?? []), name).toEqual(sorted(mentioned));
    }
  }
  const [first] = portraits;
  expect(Object.keys(first?.tables ?? {}).sort()).toEqual(Object.keys(personTables).sort());
  expect(Object.keys(first?.workedOut ?? {}).sort()).toEqual([...derived].sort());
});
