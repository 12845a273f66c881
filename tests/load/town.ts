import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { addGroup } from '$lib/club/groups.server';
import { meetingId } from '$lib/club/meeting-id';
import { addVenue } from '$lib/club/venues.server';
import { daysFrom, startOf } from '$lib/club/zone';
import { rooms } from '$lib/rooms';
import { openStore, type Store } from '$lib/store/open.server';
import { newEventId } from '$lib/sync/event-id';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aLoan, anEnrolledTablet } from '../support/loan';

/** How large a town is. */
export interface TownSize {
  readonly venues: number;
  readonly groups: number;
  readonly members: number;
  readonly meetings: number;
  /** of all meetings together */
  readonly marks: number;
}

/** The town that issue 5 measures by: all of it in one year, so that its report reads everything. */
export const wholeTown: TownSize = { venues: 10, groups: 100, members: 2000, meetings: 10_000, marks: 120_000 };
export const townYear = 2025;

/** What is asked of it: one of its groups with a member, its last meeting, and a tablet that this member has at home. */
export interface Town {
  readonly group: string;
  readonly meeting: string;
  readonly member: string;
  readonly loan: string;
  /** in which all of it took place */
  readonly year: number;
}

/** Writes a town into a folder's database, whatever is there already: its places, people, meetings and lists. */
export async function fillTown(dataDir: string, size: TownSize): Promise<Town> {
  const store = openStore({ dataDir });
  try {
    return await fill(store, size);
  } finally {
    store.close();
  }
}

async function fill(store: Store, size: TownSize): Promise<Town> {
  const writer = { store, world, by: 'staff/bench' };
  const venues: string[] = [];
  for (let number = 1; number <= size.venues; number += 1)
    venues.push(await addVenue(writer, { name: `Haus ${number}`, address: `Weg ${number}` }));
  const groups: string[] = [];
  for (let number = 0; number < size.groups; number += 1) {
    const venue = venues[number % venues.length] ?? '';
    groups.push(await addGroup(writer, { name: `Gruppe ${number}`, venue, course: 'tablet-basics', trainers: [] }));
  }
  const people = groups.map((group) => members(store, group, size.members / size.groups));
  const meeting = meetings(store, { size, groups, people });
  // The rows that are read are made anew from the log when it is opened.
  store.db.exec('DELETE FROM read_tables');
  new EventLog(store, registry(rooms), world);
  const member = people[0]?.[0] ?? '';
  const { tablet } = await anEnrolledTablet(writer, { venue: venues[0] ?? '', name: 'Tablet 9' });
  return { group: groups[0] ?? '', meeting, member, loan: await aLoan(writer, { tablet, member }), year: townYear };
}

function members({ db }: Store, group: string, count: number): string[] {
  const add = db.prepare('INSERT INTO members (id, first_name, initial, picture, created_at) VALUES (?, ?, ?, ?, ?)');
  const join = db.prepare('INSERT INTO memberships (member, "group", "from") VALUES (?, ?, ?)');
  const joinedAt = startOf(`${townYear}-01-01`);
  return db.transaction(() =>
    Array.from({ length: count }, (_, number) => {
      const id = newId<'person'>(world);
      add.run(id, `Anna ${number}`, 'K', 'tulip', joinedAt);
      join.run(id, group, joinedAt);
      return id;
    })
  )();
}

interface Groups {
  readonly size: TownSize;
  readonly groups: readonly string[];
  /** by group */
  readonly people: readonly (readonly string[])[];
}

/** Each group's meetings over the year, each with its list: opened, marked, a guest and a count here and there, closed. */
function meetings({ db }: Store, { size, groups, people }: Groups): string {
  const plan = db.prepare(
    'INSERT INTO meetings (id, "group", date, start, "end", created_at) VALUES (?, ?, ?, ?, ?, ?)'
  );
  const write = eventWriter(db);
  const each = size.meetings / size.groups;
  const marked = size.marks / size.meetings;
  let last = '';
  db.transaction(() => {
    for (const [place, group] of groups.entries()) {
      for (let number = 0; number < each; number += 1) {
        const date = daysFrom(`${townYear}-01-01`, Math.floor((number * 364) / each));
        const id = meetingId(group, date);
        plan.run(id, group, date, '14:00', '15:40', startOf(date));
        const own = people[place] ?? [];
        write(id, date, list({ group, date, number, people: own.slice(0, marked) }));
        last = id;
      }
    }
  })();
  return last;
}

interface List {
  readonly group: string;
  readonly date: string;
  readonly number: number;
  readonly people: readonly string[];
}

type Said = readonly [type: string, data: object];

function list({ group, date, number, people }: List): readonly Said[] {
  const rules = { start: '14:00', end: '15:40', unitMinutes: 45 };
  const marks = people.map((person, place): Said => {
    const isAbsent = (place + number) % 6 === 0;
    return ['attendance.marked', { person, ...(isAbsent ? { status: 'excused' } : { status: 'present' }) }];
  });
  const guest = newId<'person'>(world);
  const more: readonly Said[] = [
    ['guest.added', { person: guest, firstName: 'Karl' }],
    ['attendance.marked', { person: guest, status: 'present' }],
    ['heads.counted', { count: 7 }],
    ['tally.taken', { ages: { '60-74': 6, 'from-75': 3 }, genders: { women: 5, men: 4 } }]
  ];
  return [['meeting.opened', { group, date, ...rules }], ...marks, ...(number % 4 === 0 ? more : [])];
}

function eventWriter(db: Store['db']) {
  const insert = db.prepare(
    `INSERT INTO events (id, stream, seq, type, at, "by", seen, data, device, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  );
  const setLast = db.prepare('INSERT INTO streams (stream, last) VALUES (?, ?)');
  const device = newId<'device'>(world);
  return (meeting: string, date: string, said: readonly Said[]): void => {
    const [stream, by, ms] = [`meeting/${meeting}`, 'staff/bench', startOf(date)];
    const marks: string[] = [];
    const all = [...said, ['sheet.closed', { start: '14:00', end: '15:40', unitMinutes: 45, marks }] as const];
    for (const [index, [type, data]] of all.entries()) {
      const id = newEventId(stream, { ...world, now: () => ms });
      if (type === 'attendance.marked') marks.push(id.slice(-12));
      const at = formatStamp({ ms, counter: index, device });
      insert.run(id, stream, index + 1, type, at, by, null, JSON.stringify(data), device, ms);
    }
    setLast.run(stream, all.length);
  };
}
