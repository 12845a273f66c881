import * as v from 'valibot';
import type { SyncEvent } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { movedSchema, familyMoved, toldSchema, toldType } from './device-events';
import { memberOf } from './handing';
import type { Opened } from './opening';

/** A device of the family, as it says of itself. */
export interface Member {
  /** of its public key: `memberOf` */
  readonly member: string;
  readonly publicKey: string;
  readonly name: string;
}

interface Said {
  readonly id: string;
  readonly at: string;
  readonly publicKey: string;
  readonly name: string;
  readonly on: boolean;
}

/** The devices of one family that have not left, in the order in which they came. */
export async function membersOf(opened: readonly Opened[], family: string): Promise<Member[]> {
  const last = new Map<string, Said>();
  const came = new Map<string, string>();
  for (const { family: where, event } of opened) {
    if (where !== family || event.type !== toldType) continue;
    const { publicKey, name, on } = v.parse(toldSchema, event.data);
    const said = { id: event.id, at: event.at, publicKey, name, on };
    last.set(publicKey, later(last.get(publicKey), said));
    const first = came.get(publicKey);
    if (first === undefined || event.at < first) came.set(publicKey, event.at);
  }
  const here = [...last.values()].filter(({ on }) => on);
  const inOrder = here.sort((a, b) => ((came.get(a.publicKey) ?? '') < (came.get(b.publicKey) ?? '') ? -1 : 1));
  return Promise.all(
    inOrder.map(async ({ publicKey, name }) => ({ member: await memberOf(publicKey), publicKey, name }))
  );
}

/** What some devices said of themselves, with the ids and stamps that it has. */
export async function wordsOf(
  opened: readonly Opened[],
  { family, members }: { readonly family: string; readonly members: readonly string[] }
): Promise<SyncEvent[]> {
  const told = opened.filter((one) => one.family === family && one.event.type === toldType);
  const named = await Promise.all(
    told.map(async ({ event }) => ({ event, member: await memberOf(v.parse(toldSchema, event.data).publicKey) }))
  );
  return named.flatMap(({ event, member }) => (members.includes(member) ? [event] : []));
}

/** Where a family goes on. */
export type Move = v.InferOutput<typeof movedSchema>;

/**
 * The move of a family that counts. The server takes only the first; should there be two all the same (a restored
 * database), the lower id wins (SYNC.md).
 * @param unconfirmed ids of sealed events that the server has not taken
 */
export function moveOf(
  opened: readonly Opened[],
  { family, unconfirmed }: { readonly family: string; readonly unconfirmed: ReadonlySet<string> }
): Move | undefined {
  const moves = opened.filter((one) => one.family === family && one.event.type === familyMoved.type);
  const taken = moves.filter(({ outer }) => !unconfirmed.has(outer)).sort((a, b) => (a.outer < b.outer ? -1 : 1));
  return taken[0] && v.parse(movedSchema, taken[0].event.data);
}
