import type { World } from './world';

/** An id of one kind of thing: `Id<'person'>` is never taken for `Id<'group'>`. */
export type Id<Of extends string = string> = string & { readonly idOf: Of };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function isId<Of extends string>(text: string): text is Id<Of> {
  return pattern.test(text);
}

/** The id that a text spells, or nothing if it is no UUIDv7 in lower case (RFC 9562, section 5.7). */
export function parseId<Of extends string>(text: string): Id<Of> | undefined {
  return isId<Of>(text) ? text : undefined;
}

/**
 * A new UUIDv7: 48 bits of UTC milliseconds, then chance. Ids made later sort later, which keeps
 * the database's index growing at one end.
 */
export function newId<Of extends string>({ now, random }: World): Id<Of> {
  const time = Math.floor(now()).toString(16).padStart(12, '0');
  const chance = [...random(10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (parseInt(chance.slice(4, 5), 16) % 4)).toString(16);
  const text = [
    time.slice(0, 8),
    time.slice(8),
    `7${chance.slice(1, 4)}`,
    `${variant}${chance.slice(5, 8)}`,
    chance.slice(8)
  ].join('-');
  const id = parseId<Of>(text);
  if (id === undefined) throw new Error(`The clock gives no usable time: ${String(now())}`);
  return id;
}

/** When an id was made, UTC milliseconds; nothing of a text that is no id. */
export function idMs(text: string): number | undefined {
  return parseId(text) && parseInt(text.slice(0, 8) + text.slice(9, 13), 16);
}
