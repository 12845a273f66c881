import { asc, sql } from 'drizzle-orm';
import { staff } from '$lib/access/schema.server';
import { aliasesOf } from '$lib/club/aliases.server';
import { groups } from '$lib/club/schema.server';
import type { Store } from '$lib/store/open.server';
import { tableName } from '$lib/sync/rebuild.server';
import type { Registry } from '$lib/sync/registry';

/** In the words of the index events_about, or it would not be used. */
const isMarked = `CASE WHEN json_valid(data) THEN data ->> 'person' END = @person AND stream >= 'meeting/' AND stream < 'meeting0'`;
const ownStreams = 'stream IN (@progress, @learner)';

/**
 * Of what is worked out: all of the person's own, and of the meetings that say something of them (each such event names
 * them as `person`) the rows in which they stand.
 */
const isWorkedOut = `${ownStreams} OR (stream IN (SELECT stream FROM events WHERE ${isMarked}) AND instr(row, @person) > 0)`;

/**
 * By table, which of its rows say anything of a person. A table is named here or in `withoutMembers`, or the test of this
 * file fails: so that no new one is forgotten when somebody asks what is kept of them (GDPR, articles 15 and 20).
 */
export const personTables = {
  members: 'id = @person',
  memberships: 'member = @person',
  waiting: 'member = @person',
  consents: 'member = @person',
  member_phones: 'member = @person',
  member_aliases: 'person = @person OR kept = @person',
  member_corrections: 'member = @person',
  sealed_persons: 'person = @person',
  tablet_loans: 'member = @person',
  login_cards: 'member = @person',
  own_devices: 'member = @person',
  picture_codes: 'member = @person',
  imported_members: 'member = @person',
  events: `${ownStreams} OR (${isMarked})`,
  held_events: `${ownStreams} OR instr(event, @person) > 0`,
  streams: ownStreams,
  reported_streams: ownStreams,
  audit_lines: 'subject = @subject',
  audit_looks: 'subject = @subject'
} as const;

export type PersonTable = keyof typeof personTables;

/** Tables that never name a member. */
export const withoutMembers: readonly string[] = [
  ...['venues', 'groups', 'series', 'meetings', 'assignments', 'member_imports', 'calendar_feeds'],
  ...['staff', 'staff_roles', 'role_venues', 'sessions', 'grants', 'set_up_links', 'tablets', 'enrolment_codes'],
  // The one-time links with which staff choose a new password.
  'password_links',
  // Families have an id, and nothing that names anybody.
  'families',
  // How figures are reckoned, by whom of the staff it was settled.
  'figure_rules',
  // A report of a barrier has the words of whoever wrote it, and no id.
  'barrier_reports',
  // That steps are outdated, and no word of who said it.
  'guide_reports',
  // That a step was not understood, and no word of who said it.
  'unclear_steps',
  ...['retention_rules', 'retention_receipts'],
  ...['incarnations', 'read_tables', 'migrations'],
  // Hashes alone, of those who are gone.
  'deletions'
];

type Row = Readonly<Record<string, unknown>>;

/** What is kept of one entry, by table; those without any row are left out. */
export interface Portrait {
  readonly id: string;
  readonly tables: Readonly<Partial<Record<PersonTable, readonly Row[]>>>;
  /** what was worked out from the entries, by the name of its table */
  readonly workedOut: Readonly<Record<string, readonly Row[]>>;
}

/** Everything that is kept of a person, each entry that is read as them under its own id. */
export function portraitOf(store: Store, registry: Pick<Registry, 'projections'>, person: string): readonly Portrait[] {
  return [person, ...aliasesOf(store, person)].map((id) => portraitOfOne(store, registry, id));
}

function portraitOfOne({ db }: Store, { projections }: Pick<Registry, 'projections'>, person: string): Portrait {
  const about = { person, progress: `progress/${person}`, learner: `learner/${person}`, subject: `person/${person}` };
  const rowsOf = (table: string, where: string): Row[] => {
    const named = Object.entries(about).filter(([name]) => where.includes(`@${name}`));
    return db.prepare<[Row], Row>(`SELECT * FROM "${table}" WHERE ${where}`).all(Object.fromEntries(named));
  };
  const filled = <Name extends string>(tables: readonly (readonly [Name, string])[]) =>
    tables.map(([table, where]) => [table, rowsOf(table, where)] as const).filter(([, rows]) => rows.length > 0);
  const worked = projections.map((one) => [tableName(one), isWorkedOut] as const);
  return {
    id: person,
    tables: Object.fromEntries(filled(Object.entries(personTables))),
    workedOut: Object.fromEntries(filled(worked))
  };
}

/** What groups and accounts are called that a portrait names by their ids: for people to read. */
export function namesInPortraits({ orm }: Store): Readonly<Record<string, string>> {
  const named = [
    ...orm.select({ id: groups.id, name: groups.name }).from(groups).orderBy(asc(groups.id)).all(),
    ...orm
      .select({ id: sql<string>`'staff/' || ${staff.id}`, name: staff.name })
      .from(staff)
      .orderBy(asc(staff.id))
      .all()
  ];
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}
