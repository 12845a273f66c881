import { withEntry } from '$lib/sync/merge';
import { counted, type Attendance, type Mark, type Registers } from './attendance';
import { tailOf, type Closed } from './closing';
import type { AttendanceStatus } from './events';

/** What counts of a person's marks when the list's closing is known as well. */
export interface Standing extends Registers {
  readonly status: AttendanceStatus;
  /** marks made in full knowledge of a closing, each with its reason */
  readonly corrections: readonly Mark[];
  /** marks that did not know of the closing, and that nobody has judged since ("nach Abschluss") */
  readonly waiting: readonly Mark[];
}

/**
 * What counts. Of an open list all marks; of a closed one those that its closing knew and the corrections made since. A
 * mark from a device that did not know of the closing is kept and waits for a word, which is a correction that answers
 * it. Reports and screens ask the same function, so that their figures are the same.
 */
export function standing(marks: readonly Mark[], closed: Closed | undefined): Standing {
  if (closed === undefined || wasAllShown(marks, closed)) return { ...counted(marks), ...nothingSince };
  const corrections = marks.filter(({ closing }) => closing !== undefined && closed.ids.includes(closing));
  const wasShown = marks.filter(({ id }) => closed.marks.includes(tailOf(id)));
  const known = withAnswered(wasShown, marks);
  const judged = withAnswered(
    corrections.filter(({ status }) => status !== undefined),
    marks
  );
  const counts = marks.filter((mark) => known.has(mark.id) || corrections.includes(mark));
  const waiting = marks.filter((mark) => !known.has(mark.id) && !judged.has(mark.id) && !corrections.includes(mark));
  return { ...counted(counts), corrections, waiting };
}

const nothingSince = { corrections: [], waiting: [] } as const;

/** Of nearly every list of a year: nothing came after its closing, and there is nothing to judge. */
const wasAllShown = (marks: readonly Mark[], closed: Closed): boolean =>
  marks.every(({ id, closing }) => closing === undefined && closed.marks.includes(tailOf(id)));

/** One person of a list as it is shown. */
export interface ShownRow extends Standing {
  readonly person: string;
  readonly marks: readonly Mark[];
}

/**
 * A meeting's rows, each under its person. Where two entries are one person, what was said of the kept one counts; else
 * what was said of the other. A row that says nothing ("open", or only a note) hides no other one's, unless it knew it:
 * whoever took back what the list showed has taken that back.
 */
export function shownRows(
  rows: readonly Attendance[],
  closed: Closed | undefined,
  keptOf: (id: string) => string = (id) => id
): ReadonlyMap<string, ShownRow> {
  const shown = new Map<string, ShownRow>();
  const read = rows.map((row) => ({ row, kept: keptOf(row.person) }));
  const others = read.filter(({ row, kept }) => row.person !== kept);
  const own = others.length === 0 ? read : read.filter(({ row, kept }) => row.person === kept);
  for (const { row, kept } of [...others, ...own]) {
    const now = standingRow(row, closed);
    const before = shown.get(kept);
    shown.set(kept, before ? asOneRow(before, now) : now);
  }
  return shown;
}

/** A row as it stands; where nothing is to be judged, it says itself what its marks come to. */
function standingRow(row: Attendance, closed: Closed | undefined): ShownRow {
  if (closed === undefined || wasAllShown(row.marks, closed)) return { ...row, ...nothingSince };
  return { person: row.person, marks: row.marks, ...standing(row.marks, closed) };
}

/** Of two entries' rows that are one person's: the second one's counts, unless it says nothing and did not know the first. */
function asOneRow(first: ShownRow, second: ShownRow): ShownRow {
  if (second.status !== 'open' || first.status === 'open' || knows(second.marks, first.marks)) return second;
  // Both histories stay in sight: what is said next answers both.
  const marks = second.marks.reduce<readonly Mark[]>(withEntry, first.marks);
  const { reason = first.reason, note = first.note } = second;
  return {
    ...first,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    marks,
    waiting: [...first.waiting, ...second.waiting]
  };
}

/** Whether one of some marks was made in sight of the last of others. */
function knows(marks: readonly Mark[], others: readonly Mark[]): boolean {
  const last = others.at(-1)?.id;
  return marks.some(({ seen, also = [] }) => seen === last || also.some((id) => id === last));
}

/** Some marks and all that they answer, and so on. */
function withAnswered(from: readonly Mark[], marks: readonly Mark[]): ReadonlySet<string> {
  const byId = new Map(marks.map((mark) => [String(mark.id), mark]));
  const found = new Set<string>();
  const rest = from.map(({ id }) => String(id));
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    const mark = byId.get(id);
    if (mark === undefined || found.has(id)) continue;
    found.add(id);
    rest.push(...(mark.seen === undefined ? [] : [mark.seen]), ...(mark.also ?? []));
  }
  return found;
}
