import { and, asc, desc, eq, isNull, lt, min, count, notExists } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { guests } from '$lib/attendance/guests';
import { auditLines, auditLooks } from '$lib/audit/schema.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { aliasesByKept, isHerself } from '$lib/club/aliases.server';
import { consents, members, memberships, waiting } from '$lib/club/schema.server';
import { dropOldPages } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import { lastWordOf } from '$lib/sync/deletion.server';
import type { EventLog } from '$lib/sync/log.server';
import { rowOf } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';
import { deletePerson } from './deletion.server';
import { isRetentionKind, monthsBefore, type RetentionKind } from './retention';
import { barrierReports, retentionReceipts, retentionRules } from './schema.server';

/** Somebody whom a rule would delete. */
export interface Leaving {
  readonly id: string;
  readonly firstName: string;
  readonly initial: string;
  /** UTC milliseconds of the last that is known of them */
  readonly seen: number;
}

/** Whom or how much a rule hits. */
export interface Hit {
  readonly count: number;
  /** UTC milliseconds: the longest and the shortest ago of them */
  readonly oldest: number | undefined;
  readonly newest: number | undefined;
  /** of persons: who they are, those longest gone first */
  readonly people: readonly Leaving[];
}

export interface Rule {
  readonly kind: RetentionKind;
  readonly months: number;
  readonly setAt: number;
  readonly by: string;
}

/** The rules that the office has set. */
export function rulesIn({ orm }: Store): Rule[] {
  const rows = orm.select().from(retentionRules).orderBy(asc(retentionRules.kind)).all();
  return rows.flatMap(({ kind, ...rest }) => (isRetentionKind(kind) ? [{ kind, ...rest }] : []));
}

/** Sets a rule: from the next daily upkeep on it deletes. */
export function setRule(writer: Writer, { kind, months }: { kind: RetentionKind; months: number }): void {
  const { store, world, by } = writer;
  const rule = { months, setAt: world.now(), by };
  store.db
    .transaction(() => {
      store.orm
        .insert(retentionRules)
        .values({ kind, ...rule })
        .onConflictDoUpdate({ target: retentionRules.kind, set: rule })
        .run();
      noteDeed(writer, { action: 'retention.set', subject: `retention/${kind}` });
    })
    .immediate();
}

/** Takes a rule back: nothing more of that kind is deleted. */
export function liftRule(writer: Writer, kind: RetentionKind): void {
  const { store } = writer;
  store.db
    .transaction(() => {
      const { changes } = store.orm.delete(retentionRules).where(eq(retentionRules.kind, kind)).run();
      if (changes > 0) noteDeed(writer, { action: 'retention.lifted', subject: `retention/${kind}` });
    })
    .immediate();
}

/** Whom or how much a rule would hit at `now`. Deletes nothing. */
export function previewOf(store: Store, asked: { kind: RetentionKind; months: number; now: number }): Hit {
  const before = monthsBefore(asked.now, asked.months);
  if (asked.kind === 'people') return hitOf(peopleGone(store, before));
  if (asked.kind === 'guests') return hitOf(guestsGone(store, before));
  const hits = rowsOf(asked.kind).map(({ table, at }) => {
    const found = store.orm
      .select({ count: count(), oldest: min(at) })
      .from(table)
      .where(lt(at, before))
      .get();
    return { count: found?.count ?? 0, oldest: Number(found?.oldest ?? Infinity) };
  });
  const oldest = Math.min(...hits.map((hit) => hit.oldest));
  return {
    count: hits.reduce((sum, hit) => sum + hit.count, 0),
    oldest: Number.isFinite(oldest) ? oldest : undefined,
    newest: undefined,
    people: []
  };
}

/** Applies every rule and leaves a receipt for each that deleted something. How much went, by kind. */
export async function applyRules(writer: Writer, log: EventLog): Promise<ReadonlyMap<RetentionKind, number>> {
  const gone = new Map<RetentionKind, number>();
  for (const { kind, months } of rulesIn(writer.store)) {
    const count = await applyRule(writer, log, { kind, months });
    if (count === 0) continue;
    gone.set(kind, count);
    noteReceipt(writer, { kind, months, gone: count });
  }
  return gone;
}

async function applyRule(
  writer: Writer,
  log: EventLog,
  { kind, months }: { kind: RetentionKind; months: number }
): Promise<number> {
  const { store, world } = writer;
  const before = monthsBefore(world.now(), months);
  if (kind === 'people' || kind === 'guests') {
    const leaving = kind === 'people' ? peopleGone(store, before) : guestsGone(store, before);
    for (const { id } of leaving) await deletePerson(writer, log, id);
    return leaving.length;
  }
  const counts = store.db
    .transaction(() => rowsOf(kind).map(({ table, at }) => store.orm.delete(table).where(lt(at, before)).run().changes))
    .immediate();
  dropOldPages(store.db);
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Keeps what was deleted, in numbers. */
export function noteReceipt(
  { store, world }: Pick<Writer, 'store' | 'world'>,
  receipt: { kind: string; months: number | null; gone: number }
): void {
  store.orm
    .insert(retentionReceipts)
    .values({ at: world.now(), ...receipt })
    .run();
}

/** What was deleted lately, the newest first. */
export function latestReceipts({ orm }: Store, atMost: number) {
  return orm
    .select()
    .from(retentionReceipts)
    .orderBy(desc(retentionReceipts.at), desc(retentionReceipts.id))
    .limit(atMost)
    .all();
}

/** Of the kinds that are rows alone: which table, and the instant that counts. A row without that instant stays. */
function rowsOf(
  kind: Exclude<RetentionKind, 'people' | 'guests'>
): readonly { table: SQLiteTable; at: SQLiteColumn }[] {
  if (kind === 'waiting') return [{ table: waiting, at: waiting.until }];
  if (kind === 'consents') return [{ table: consents, at: consents.withdrawnAt }];
  if (kind === 'barriers') return [{ table: barrierReports, at: barrierReports.doneAt }];
  return [
    { table: auditLines, at: auditLines.at },
    { table: auditLooks, at: auditLooks.at }
  ];
}

function hitOf(people: readonly Leaving[]): Hit {
  return { count: people.length, oldest: people[0]?.seen, newest: people.at(-1)?.seen, people };
}

const longestGoneFirst = (a: Leaving, b: Leaving): number => a.seen - b.seen || (a.id < b.id ? -1 : 1);

/** Who is in no group, waits for none, and of whom nothing has been heard since, under any of their entries. */
function peopleGone(store: Store, before: number): Leaving[] {
  const { orm } = store;
  const isOpen = (table: typeof memberships | typeof waiting) =>
    notExists(
      orm
        .select()
        .from(table)
        .where(and(eq(table.member, members.id), isNull(table.until)))
    );
  const rows = orm
    .select({ id: members.id, firstName: members.firstName, initial: members.initial })
    .from(members)
    .where(and(isOpen(memberships), isOpen(waiting), isHerself(store, members.id)))
    .orderBy(asc(members.id))
    .all();
  const [merged, seenOf] = [aliasesByKept(store), lastSeen(store)];
  return rows
    .map((row) => ({ ...row, seen: Math.max(...[row.id, ...(merged.get(row.id) ?? [])].map(seenOf)) }))
    .filter(({ seen }) => seen < before)
    .sort(longestGoneFirst);
}

/** Guests by name who have not become members and were not there since. */
function guestsGone(store: Store, before: number): Leaving[] {
  const isMember = store.db.prepare('SELECT 1 FROM members WHERE id = ?');
  const names = new Map(
    store.db
      .prepare<[], { row: string }>(`SELECT row FROM ${tableName(guests)} ORDER BY stream, key`)
      .all()
      .flatMap(({ row }) => rowOf(guests, JSON.parse(row)) ?? [])
      .flatMap(({ person, added }) => {
        const firstName = added.findLast((one) => one.firstName !== undefined)?.firstName;
        return firstName === undefined || isMember.get(person) ? [] : [[person, firstName] as const];
      })
  );
  return [...names]
    .map(([id, firstName]) => ({ id, firstName, initial: '', seen: lastWordOf(store.db, id) }))
    .filter(({ seen }) => seen < before)
    .sort(longestGoneFirst);
}

/** Asks when somebody was last there: the last entry by or about them, or the end of their last group. */
function lastSeen({ db }: Store): (person: string) => number {
  const rows = db.prepare<{ person: string }, { seen: number }>(
    `SELECT max(
       coalesce((SELECT created_at FROM members WHERE id = @person), 0),
       coalesce((SELECT max("from", coalesce(until, 0)) FROM memberships WHERE member = @person
         ORDER BY max("from", coalesce(until, 0)) DESC LIMIT 1), 0),
       coalesce((SELECT max(until) FROM waiting WHERE member = @person), 0)
     ) AS seen`
  );
  return (person) => Math.max(rows.get({ person })?.seen ?? 0, lastWordOf(db, person));
}
