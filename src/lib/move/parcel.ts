import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { addressTextOf, bytesInAddress, utf8 } from '$lib/family/bytes';
import { decrypted, encrypted, keysOf } from '$lib/family/sealing';
import { codeMark } from './is-code';

/** How long a parcel waits with the server, and its code is good. */
export const waitsForMs = 10 * 60_000;

/** Signs of what is sealed at most, in base64. */
export const largestBox = 1_000_000;

/** What the server is given: what it can neither read nor tell whose it is. */
export const parcelSchema = v.object({
  /** by which it is fetched: known to whoever has the code */
  id: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  nonce: v.pipe(v.string(), v.maxLength(24)),
  box: v.pipe(v.string(), v.maxLength(largestBox))
});
export type Parcel = v.InferOutput<typeof parcelSchema>;

/** What stands in the code: 256 bits as `newSecret` makes them, and until when it is good, UTC milliseconds. */
export interface ParcelCode {
  readonly secret: string;
  readonly until: number;
}

const purpose = 'parcel';

/** Seals a text with AES-GCM under a key of its own. The secret is used for this one parcel. */
export async function packed(secret: string, text: string, { random }: Pick<World, 'random'>): Promise<Parcel> {
  const { key, token } = await keysOf(secret, purpose);
  const nonce = Uint8Array.from(random(12));
  return { id: token, ...(await encrypted(key, { nonce, bound: utf8(token), plain: utf8(text) })) };
}

/** By which the parcel of a code is fetched. */
export const parcelId = async ({ secret }: Pick<ParcelCode, 'secret'>): Promise<string> =>
  (await keysOf(secret, purpose)).token;

/** What stood in it; nothing where it does not fit the code, or was changed. */
export async function unpacked(secret: string, box: Pick<Parcel, 'nonce' | 'box'>): Promise<string | undefined> {
  const { key, token } = await keysOf(secret, purpose);
  const opened = await decrypted(key, box, utf8(token));
  return opened && new TextDecoder().decode(opened);
}

const minuteMs = 60_000;
const [secretBytes, minuteBytes, checkBytes] = [32, 4, 4];
const wholeBytes = secretBytes + minuteBytes + checkBytes;

/** The part of an address behind the #, which no browser sends. */
export async function codeText({ secret, until }: ParcelCode): Promise<string> {
  const bytes = new Uint8Array(wholeBytes);
  bytes.set(bytesInAddress(secret));
  new DataView(bytes.buffer).setUint32(secretBytes, Math.ceil(until / minuteMs));
  bytes.set(await checkOf(bytes), wholeBytes - checkBytes);
  return codeMark + addressTextOf(bytes);
}

/** Reads it. `over` is judged five minutes late: the clocks of two devices differ. @param now UTC milliseconds */
export async function readCode(hash: string, now: number): Promise<Result<ParcelCode, 'cut' | 'over'>> {
  const bytes = bytesInAddress(hash.slice(codeMark.length + 1));
  if (bytes.length !== wholeBytes) return err('cut');
  const check = await checkOf(bytes);
  if (check.some((byte, index) => byte !== bytes[wholeBytes - checkBytes + index])) return err('cut');
  const until = new DataView(bytes.buffer).getUint32(secretBytes) * minuteMs;
  if (now > until + 5 * minuteMs) return err('over');
  return ok({ secret: addressTextOf(bytes.slice(0, secretBytes)), until });
}

/** Four bytes that tell a cut or mistyped code from a whole one. They protect nothing. */
async function checkOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice(0, wholeBytes - checkBytes));
  return new Uint8Array(hash.slice(0, checkBytes));
}
