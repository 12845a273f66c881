import * as v from 'valibot';
import { ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { addressTextOf, bytesInAddress, utf8 } from '$lib/family/bytes';
import { timedCodeText, readTimedCode, type CodeFault, type CodeShape } from '$lib/family/timed-code';
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

const shape: CodeShape = { mark: codeMark, bytes: 32 };

/** The part of an address behind the #, which no browser sends. */
export const parcelCodeText = ({ secret, until }: ParcelCode): Promise<string> =>
  timedCodeText(shape, { content: bytesInAddress(secret), until });

/** Reads it. @param now UTC milliseconds */
export async function readParcelCode(hash: string, now: number): Promise<Result<ParcelCode, CodeFault>> {
  const read = await readTimedCode(shape, { hash, now });
  return read.ok ? ok({ secret: addressTextOf(read.value.content), until: read.value.until }) : read;
}
