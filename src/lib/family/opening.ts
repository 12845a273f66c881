import * as v from 'valibot';
import type { SyncEvent } from '$lib/sync/event';
import { subjectOf } from '$lib/sync/event';
import { byTime } from '$lib/sync/merge';
import { familyMoved, movedSchema, toldSchema, toldType } from './device-events';
import { deedTypes } from './events';
import type { EntryRow, Membership } from './ring';
import { keysOf, unseal, type FamilyKeys, type Inner } from './sealing';

/** An entry that was opened. */
export interface Opened {
  /** in whose stream it stands */
  readonly family: string;
  /** the id of the sealed event */
  readonly outer: SyncEvent['id'];
  /** what was sealed, with the id and the stamp that count: those that it had before it was carried over */
  readonly event: SyncEvent;
}

export interface Opening {
  readonly opened: readonly Opened[];
  /** entries that the seal refuses: of another key, changed, or put in the place of others */
  readonly unreadable: readonly string[];
}

const schemas = new Map<string, v.GenericSchema>([
  ...deedTypes.map(({ type, schema }) => [type, schema] as const),
  [toldType, toldSchema],
  [familyMoved.type, movedSchema]
]);

const deedNames = new Set(deedTypes.map(({ type }) => type));

/** Whether it is something that the family wrote, not a word about devices. */
export const isDeed = ({ event }: Pick<Opened, 'event'>): boolean => deedNames.has(event.type);

/** Opens sealed entries, each once: what does not open now opens never. */
export class Opener {
  readonly #keys = new Map<string, Promise<FamilyKeys>>();
  readonly #inner = new Map<string, { readonly box: string; readonly inner: Inner | undefined }>();

  /** Key and token of a family. */
  keys({ family, secret }: Pick<Membership, 'family' | 'secret'>): Promise<FamilyKeys> {
    const name = `${family} ${secret}`;
    const keys = this.#keys.get(name) ?? keysOf(secret, `family/${family}`);
    this.#keys.set(name, keys);
    return keys;
  }

  /** Opens what these families' keys open; entries of other families are passed over. */
  async open(rows: readonly EntryRow[], families: readonly Membership[]): Promise<Opening> {
    const byId = new Map(families.map((one) => [one.family, one]));
    const results = await Promise.all(
      rows.map(async (row) => {
        const family = byId.get(subjectOf(row.stream));
        return family === undefined ? [] : [await this.#openOne(row, family)];
      })
    );
    const found = results.flat();
    return {
      opened: found.flatMap((one) => (typeof one === 'object' ? [one] : [])),
      unreadable: found.flatMap((one) => (typeof one === 'string' ? [one] : []))
    };
  }

  /** The entry; its id, where it cannot be read; nothing, where only a newer app knows what it says. */
  async #openOne(row: EntryRow, family: Membership): Promise<Opened | string | undefined> {
    const kept = this.#inner.get(row.id);
    const isKept = kept?.box === row.box;
    const inner = isKept ? kept.inner : await unseal(await this.keys(family), { bound: row, box: row });
    if (!isKept) this.#inner.set(row.id, { box: row.box, inner });
    if (inner === undefined) return row.id;
    const schema = schemas.get(inner.type);
    if (schema === undefined) return undefined;
    const data = v.safeParse(schema, inner.data);
    const isMove = inner.type === familyMoved.type;
    if (!data.success || isMove !== (row.type === familyMoved.type)) return row.id;
    return {
      family: family.family,
      outer: row.id,
      event: {
        id: inner.id ?? row.id,
        stream: row.stream,
        type: inner.type,
        // Never later than what it came in: a clock that was wrong is corrected by the server on the outside alone.
        at: inner.at !== undefined && inner.at < row.at ? inner.at : row.at,
        by: row.by,
        data: data.output
      }
    };
  }
}

/** Each word once: carried over by two devices it came twice, and the earlier stamp counts. */
export function eachOnce(opened: readonly Opened[]): SyncEvent[] {
  const byId = new Map<string, SyncEvent>();
  for (const { event } of opened) {
    const kept = byId.get(event.id);
    if (kept === undefined || event.at < kept.at) byId.set(event.id, event);
  }
  return [...byId.values()].sort(byTime);
}
