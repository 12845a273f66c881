import type { EventType, SyncEvent } from './event';

/**
 * How events of some types become rows that can be read. Written once; the browser runs it against
 * IndexedDB, the server against SQL.
 *
 * Promises, held by a property test over every registered projection:
 * `fold` gives the same row for any order and any repetition of the same events; a key belongs to one
 * stream; rows are plain JSON. Change the meaning or shape of a row, and the version goes up by one.
 */
export interface Projection<Row = unknown> {
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  /** which row an event belongs to, if any */
  keyOf(event: SyncEvent): string | undefined;
  fold(row: Row | undefined, event: SyncEvent): Row;
}

/** What one type of event does to the rows of a projection. */
export interface Case<Row, Data = unknown> {
  readonly type: string;
  keyOf(event: SyncEvent<Data>): string;
  fold(row: Row | undefined, event: SyncEvent<Data>): Row;
}

/** Everything a room brings to the sync engine. */
export interface Room {
  readonly name: string;
  readonly eventTypes: readonly EventType[];
  readonly projections: readonly Projection[];
}

/** A case whose data has the type that the event's schema promises. */
export function on<Row, Data>(eventType: EventType<Data>, rules: Omit<Case<Row, NoInfer<Data>>, 'type'>): Case<Row> {
  const { type } = eventType;
  const typed: Case<Row, Data> = { type, keyOf: (e) => rules.keyOf(e), fold: (row, e) => rules.fold(row, e) };
  return typed;
}

/** A projection from its cases, one for each type of event that it reads. */
export function projection<Row>(name: string, version: number, cases: readonly Case<Row>[]): Projection<Row> {
  const byType = new Map(cases.map((each) => [each.type, each]));
  return {
    name,
    version,
    types: [...byType.keys()],
    keyOf: (event) => byType.get(event.type)?.keyOf(event),
    fold(row, event) {
      const found = byType.get(event.type);
      if (found === undefined) throw new Error(`${name} has no rule for ${event.type}`);
      return found.fold(row, event);
    }
  };
}

/** The name of the place where a projection's rows are kept. A new version is a new place. */
export function tableOf({ name, version }: Pick<Projection, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** Gives a row back its type: what lies under a projection's name was made by its fold. */
export function rowOf<Row>(projection: Projection<Row>, row: unknown): Row | undefined {
  return isRow(projection, row) ? row : undefined;
}

function isRow<Row>(_projection: Projection<Row>, row: unknown): row is Row {
  return row !== undefined;
}
