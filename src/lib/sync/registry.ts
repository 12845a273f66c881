import type { EventType, SyncEvent } from './event';
import { tableOf, type Projection, type Room } from './projection';

/** A row that an event belongs to. */
export interface Target {
  readonly projection: Projection;
  /** the projection's name and version */
  readonly table: string;
  readonly key: string;
  /** names the row among all rows of all projections */
  readonly ref: string;
}

/** All event types and projections of all rooms, by name. */
export interface Registry {
  readonly projections: readonly Projection[];
  readonly types: readonly EventType[];
  typeOf(type: string): EventType | undefined;
  /** the rows that an event is folded into */
  targets(event: SyncEvent): Target[];
}

/** The reference of a row. */
export function refOf(table: string, key: string): string {
  return `${table}:${key}`;
}

/** Collects what the rooms bring. Throws if two of them use one name. */
export function registry(rooms: readonly Room[]): Registry {
  const types = unique(rooms.flatMap(({ eventTypes }) => eventTypes.map((each) => [each.type, each] as const)));
  const projections = unique(rooms.flatMap((room) => room.projections.map((each) => [each.name, each] as const)));
  const readers = new Map<string, Projection[]>();
  for (const projection of projections.values()) {
    for (const type of projection.types) readers.set(type, [...(readers.get(type) ?? []), projection]);
  }
  return {
    projections: [...projections.values()],
    types: [...types.values()],
    typeOf: (type) => types.get(type),
    targets: (event) => (readers.get(event.type) ?? []).flatMap((projection) => targetOf(projection, event))
  };
}

function targetOf(projection: Projection, event: SyncEvent): Target[] {
  const key = projection.keyOf(event);
  if (key === undefined) return [];
  const table = tableOf(projection);
  return [{ projection, table, key, ref: refOf(table, key) }];
}

function unique<T>(named: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const [name, value] of named) {
    if (map.has(name)) throw new Error(`Two rooms use the name ${name}`);
    map.set(name, value);
  }
  return map;
}
