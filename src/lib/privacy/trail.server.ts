import { asc, eq, inArray, like } from 'drizzle-orm';
import { staff, tablets } from '$lib/access/schema.server';
import { groups, meetings, members, venues } from '$lib/club/schema.server';
import type { Store } from '$lib/store/open.server';
import { subjectOf } from '$lib/sync/event';

/** One thing that somebody did or looked at. */
export interface TrailLine {
  readonly id: string;
  /** UTC milliseconds */
  readonly at: number;
  /** `staff/<id>`, `set-up`, `upkeep` or `deleted-log` */
  readonly by: string;
  /** of an account; nothing for the house itself */
  readonly byName: string | undefined;
  /** `<word>.<past participle>`; of looks `look.seen` and `look.handed-out` */
  readonly action: string;
  readonly subject: string;
  /** of whom or what, where it is still there */
  readonly subjectName: string | undefined;
  /** of a meeting, a plain date */
  readonly subjectDate: string | undefined;
}

export interface TrailWanted {
  /** the id of a person; '' for all */
  readonly person: string;
  /** the beginning of a first name; '' for all */
  readonly name: string;
  /** the id of an account; '' for all */
  readonly staff: string;
  /** plain instants, UTC milliseconds: from ≤ at < until */
  readonly from: number;
  readonly until: number;
  /** counted from 1 */
  readonly page: number;
}

const pageSize = 50;

interface Row {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly subject: string;
}

/** One page of who changed or looked at what, the newest first, and whether there is another. */
export function pageOfTrail(store: Store, wanted: TrailWanted): { lines: TrailLine[]; more: boolean } {
  const subjects = subjectsOf(store, wanted);
  const conditions: { sql: string; values: (string | number)[] }[] = [
    { sql: 'at >= ? AND at < ?', values: [wanted.from, wanted.until] },
    ...(wanted.staff === '' ? [] : [{ sql: 'by = ?', values: [`staff/${wanted.staff}`] }]),
    ...(subjects === undefined
      ? []
      : [{ sql: 'subject IN (SELECT value FROM json_each(?))', values: [JSON.stringify(subjects)] }])
  ];
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const values = conditions.flatMap((one) => one.values);
  const rows = store.db
    .prepare<(string | number)[], Row>(
      `SELECT 'd' || id AS id, at, by, action, subject FROM audit_lines WHERE ${where}
       UNION ALL
       SELECT 'l' || id AS id, at, by, 'look.' || what AS action, subject FROM audit_looks WHERE ${where}
       ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`
    )
    .all(...values, ...values, pageSize + 1, (wanted.page - 1) * pageSize);
  return { lines: named(store, rows.slice(0, pageSize)), more: rows.length > pageSize };
}

/** Of whom the lines shall be; nothing: of all. */
function subjectsOf({ orm }: Store, { person, name }: TrailWanted): string[] | undefined {
  if (person !== '') return [`person/${person}`];
  if (name === '') return undefined;
  const found = orm
    .select({ id: members.id })
    .from(members)
    .where(like(members.firstName, `${name.replace(/[%_]/g, '')}%`))
    .orderBy(asc(members.id))
    .all();
  return found.map(({ id }) => `person/${id}`);
}

function named(store: Store, rows: readonly Row[]): TrailLine[] {
  const names = namesOf(store, [...rows.map(({ subject }) => subject), ...rows.map(({ by }) => by)]);
  return rows.map((row) => {
    const subject = names.get(row.subject);
    return { ...row, byName: names.get(row.by)?.name, subjectName: subject?.name, subjectDate: subject?.date };
  });
}

interface Named {
  readonly name: string;
  readonly date?: string;
}

/** By `<word>/<id>`, what it is called now; a meeting by its group. */
function namesOf({ orm }: Store, asked: readonly string[]): ReadonlyMap<string, Named> {
  const ids = (word: string) => [
    ...new Set(asked.filter((one) => one.startsWith(`${word}/`)).map((one) => subjectOf(one)))
  ];
  const people = orm
    .select({ id: members.id, name: members.firstName, initial: members.initial })
    .from(members)
    .where(inArray(members.id, ids('person')))
    .orderBy(asc(members.id))
    .all();
  const things = [
    { word: 'staff', table: staff },
    { word: 'group', table: groups },
    { word: 'venue', table: venues },
    { word: 'tablet', table: tablets }
  ].flatMap(({ word, table }) =>
    orm
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, ids(word)))
      .orderBy(asc(table.id))
      .all()
      .map(({ id, name }) => [`${word}/${id}`, { name }] as const)
  );
  const dates = orm
    .select({ id: meetings.id, name: groups.name, date: meetings.date })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.group))
    .where(inArray(meetings.id, ids('meeting')))
    .orderBy(asc(meetings.id))
    .all();
  return new Map([
    ...people.map(
      ({ id, name, initial }) => [`person/${id}`, { name: initial ? `${name} ${initial}.` : name }] as const
    ),
    ...dates.map(({ id, name, date }) => [`meeting/${id}`, { name, date }] as const),
    ...things
  ]);
}
