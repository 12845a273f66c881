import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import type { Attendance } from './attendance';
import { unanswered } from './contradiction';
import { mostMarks, sheetClosed, sheetReopened, tailLength } from './events';
import type { FigureRules } from './rules';

interface Entry {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
}

/** Somebody closed the list: what they saw of it, and what figures are reckoned by. */
export interface Closing extends Entry, FigureRules {
  readonly kind: 'closed';
  /** the tails of the ids of all marks that were shown and that no other one answered */
  readonly marks: readonly string[];
}

/** Somebody opened it again. */
export interface Reopening extends Entry {
  readonly kind: 'reopened';
  readonly why: string;
}

/** All that was ever closed and opened again of a meeting's list, in order of time. */
export interface SheetClosing {
  readonly meeting: string;
  readonly entries: readonly (Closing | Reopening)[];
}

/** Key: `<meeting>`. */
export const sheetClosing = projection<SheetClosing>('sheet-closing', 1, [
  on(sheetClosed, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold: (row, { id, at, by, stream, data }) => withOne(row, stream, { ...data, kind: 'closed', id, at, by })
  }),
  on(sheetReopened, {
    keyOf: ({ stream }) => subjectOf(stream),
    fold: (row, { id, at, by, stream, data }) => withOne(row, stream, { ...data, kind: 'reopened', id, at, by })
  })
]);

function withOne(row: SheetClosing | undefined, stream: string, entry: Closing | Reopening): SheetClosing {
  return { meeting: subjectOf(stream), entries: withEntry(row?.entries ?? [], entry) };
}

/** What holds a list closed. */
export interface Closed {
  /** the first closing since the list was opened last: its rules count */
  readonly first: Closing;
  /** what anybody who closed it knew of the marks */
  readonly marks: readonly string[];
  /** the closings of this meeting, also those that were taken back: a mark that knows one of them is a correction */
  readonly ids: readonly string[];
}

/** Whether a list is closed now, and by what; two may have closed it without knowing of each other. */
export function closedBy(row: SheetClosing | undefined): Closed | undefined {
  const entries = row?.entries ?? [];
  const all = entries.filter((entry): entry is Closing => entry.kind === 'closed');
  const lastReopened = entries.findLastIndex(({ kind }) => kind === 'reopened');
  const now = entries.slice(lastReopened + 1).filter((entry): entry is Closing => entry.kind === 'closed');
  const [first] = now;
  return first && { first, marks: now.flatMap(({ marks }) => marks), ids: all.map(({ id }) => id) };
}

/** Of an id, what a closing names of it. */
export const tailOf = (id: string): string => id.slice(-tailLength);

/** What a closing names of the rows that were shown. */
export const tailsOf = (rows: readonly Attendance[]): string[] =>
  rows.flatMap(({ marks }) => unanswered(marks).map(({ id }) => tailOf(id))).slice(0, mostMarks);
