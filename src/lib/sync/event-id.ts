import { newId, parseId } from '$lib/base/id';
import type { World } from '$lib/base/world';
import type { EventId } from './event';

/**
 * A new id of an event: a UUIDv7 whose bits between the time and the last twelve digits stand for its stream
 * (RFC 9562, section 5.7, leaves them to us). The log's index on ids begins with them, so that the events of one stream
 * lie side by side in it, whenever they were made (docs/decisions/0041). Chance keeps the last 48 bits.
 */
export function newEventId(stream: string, world: World): EventId {
  const byChance = newId<'event'>(world);
  const id = parseId<'event'>(`${byChance.slice(0, 15)}${placeOf(stream)}${byChance.slice(23)}`);
  if (id === undefined) throw new Error(`No id can be made for an event of ${stream}`);
  return id;
}

/** 26 bits of a stream's name as they stand in a UUID: `hhh-vhhh`, where `v` is the variant, `8` to `b`. */
function placeOf(stream: string): string {
  const bits = fnv1a(stream) >>> 6;
  const digits = (value: number) => (value & 0xfff).toString(16).padStart(3, '0');
  return `${digits(bits >>> 14)}-${(8 + ((bits >>> 12) & 3)).toString(16)}${digits(bits)}`;
}

/** FNV-1a, 32 bits: spreads names evenly, and needs no more than this. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
