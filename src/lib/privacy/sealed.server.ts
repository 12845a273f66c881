import { asc, eq, lt } from 'drizzle-orm';
import { attendance } from '$lib/attendance/attendance';
import { closedBy, sheetClosing } from '$lib/attendance/closing';
import type { AttendanceStatus } from '$lib/attendance/events';
import { standing } from '$lib/attendance/standing';
import type { Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import { members } from '$lib/club/schema.server';
import { dayOf } from '$lib/club/zone';
import type { Store } from '$lib/store/open.server';
import { meetingsAbout } from '$lib/sync/deletion.server';
import { subjectOf } from '$lib/sync/event';
import type { EventLog } from '$lib/sync/log.server';
import { rowOf, type Projection } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';
import { deletePerson, sealPersons, type Receipt } from './deletion.server';
import { noteReceipt } from './retention.server';
import { sealedPersons } from './schema.server';

export type SealedPerson = typeof sealedPersons.$inferSelect;

/** One line of a sealed sheet. */
export interface SealedMark {
  /** plain date */
  readonly date: string;
  readonly groupName: string;
  readonly status: AttendanceStatus;
}

/**
 * Deletes a person but for their name, which stays with the lists of meetings until a day, because they have to be
 * shown as proof. Nobody meets it anywhere but on the sealed sheet.
 */
export async function sealPerson(
  writer: Writer,
  log: EventLog,
  { person, reason, until }: { person: string; reason: string; until: string }
): Promise<Result<Receipt, 'gone'>> {
  const name = writer.store.orm.select().from(members).where(eq(members.id, person)).get();
  if (name === undefined) return err('gone');
  return ok(sealPersons(writer, log, { person, firstName: name.firstName, initial: name.initial, reason, until }));
}

/** Everybody whose name is sealed, those whose day comes first before the others; each entry with its own id. */
export function listSealed({ orm }: Store): SealedPerson[] {
  return orm.select().from(sealedPersons).orderBy(asc(sealedPersons.until), asc(sealedPersons.person)).all();
}

export function findSealed({ orm }: Store, person: string): SealedPerson | undefined {
  return orm.select().from(sealedPersons).where(eq(sealedPersons.person, person)).get();
}

/** The sheet of one entry: at which meetings somebody said something of them, in the order of dates. */
export function sealedSheet({ db }: Store, person: string): SealedMark[] {
  const planned = db.prepare<[string], { date: string; groupName: string }>(
    'SELECT m.date, g.name AS groupName FROM meetings m JOIN groups g ON g.id = m."group" WHERE m.id = ?'
  );
  const rowIn = (projection: Pick<Projection, 'name'>) =>
    db.prepare<[string, string], { row: string }>(
      `SELECT row FROM ${tableName(projection)} WHERE stream = ? AND key = ?`
    );
  const [marked, closed] = [rowIn(attendance), rowIn(sheetClosing)];
  return meetingsAbout(db, person)
    .flatMap((stream) => {
      const meeting = subjectOf(stream);
      const row = read(attendance, marked.get(stream, `${meeting}|${person}`));
      if (row === undefined) return [];
      const { status } = standing(row.marks, closedBy(read(sheetClosing, closed.get(stream, meeting))));
      const [date = '', groupName = ''] = Object.values(planned.get(meeting) ?? { date: meeting.split('.')[1] });
      return [{ date, groupName, status }];
    })
    .sort((a, b) => a.date.localeCompare(b.date) || a.groupName.localeCompare(b.groupName));
}

function read<Row>(projection: Projection<Row>, found: { row: string } | undefined): Row | undefined {
  return found && rowOf(projection, JSON.parse(found.row));
}

/** Deletes for good those whose day is over. How many entries those were. */
export async function endSealed(writer: Writer, log: EventLog): Promise<number> {
  const today = dayOf(writer.world.now());
  const over = writer.store.orm
    .select({ person: sealedPersons.person })
    .from(sealedPersons)
    .where(lt(sealedPersons.until, today))
    .orderBy(asc(sealedPersons.person))
    .all();
  for (const { person } of over) await deletePerson(writer, log, person);
  if (over.length > 0) noteReceipt(writer, { kind: 'sealed', months: null, gone: over.length });
  return over.length;
}
