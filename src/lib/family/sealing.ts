import * as v from 'valibot';
import { isStamp } from '$lib/base/clock';
import type { World } from '$lib/base/world';
import { eventIdSchema, type SyncEvent } from '$lib/sync/event';
import { addressTextOf, bytesInAddress, bytesOf, textOf, utf8, type Bytes } from './bytes';

/** What is sealed, in base64: the ciphertext ends with the tag of 16 bytes. */
export interface Box {
  readonly nonce: string;
  readonly box: string;
}

/** What of the outer event the seal holds fast. Not its `at`, which the server may correct. */
export type Bound = Pick<SyncEvent, 'id' | 'stream' | 'by'>;

/** What stands in a sealed entry. Where it was carried over from elsewhere, it has the id and stamp that it had there. */
export interface Inner {
  readonly type: string;
  readonly data: unknown;
  readonly id?: SyncEvent['id'] | undefined;
  readonly at?: string | undefined;
}

const innerSchema = v.object({
  type: v.string(),
  data: v.unknown(),
  id: v.optional(eventIdSchema),
  at: v.optional(v.pipe(v.string(), v.check(isStamp, 'Not a stamp')))
});

/** What a family's secret is good for. */
export interface FamilyKeys {
  /** AES-GCM, 256 bits */
  readonly key: CryptoKey;
  /** what the server lets in: of it nobody finds the secret */
  readonly token: string;
}

const secretBytes = 32;

/** A new secret of 256 bits, in signs that addresses take. */
export const newSecret = ({ random }: Pick<World, 'random'>): string =>
  addressTextOf(Uint8Array.from(random(secretBytes)));

/** Key and token of a family, both by HKDF with SHA-256 (RFC 5869); the stream's name is the salt. */
export async function keysOf(secret: string, stream: string): Promise<FamilyKeys> {
  const raw = await crypto.subtle.importKey('raw', bytesInAddress(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const way = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: utf8(stream), info: utf8(info) });
  const [key, token] = await Promise.all([
    crypto.subtle.deriveKey(way('digitaltreff family key'), raw, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt'
    ]),
    crypto.subtle.deriveBits(way('digitaltreff family token'), raw, 256)
  ]);
  return { key, token: addressTextOf(token) };
}

/** AES-GCM with a nonce of 96 bits (NIST SP 800-38D). The nonce of a key must never come twice. */
export async function encrypted(
  key: CryptoKey,
  { nonce, bound, plain }: { readonly nonce: Bytes; readonly bound: Bytes; readonly plain: Bytes }
): Promise<Box> {
  const way = { name: 'AES-GCM', iv: nonce, additionalData: bound };
  return { nonce: textOf(nonce), box: textOf(await crypto.subtle.encrypt(way, key, plain)) };
}

/** What was encrypted; nothing, where it was by another key, bound to something else, or changed since. */
export async function decrypted(key: CryptoKey, { nonce, box }: Box, bound: Bytes): Promise<ArrayBuffer | undefined> {
  try {
    const way = { name: 'AES-GCM', iv: bytesOf(nonce), additionalData: bound };
    return await crypto.subtle.decrypt(way, key, bytesOf(box));
  } catch {
    return undefined;
  }
}

/** No part can hold a line's end, so no two outer events are bound alike. */
const boundBytes = ({ id, stream, by }: Bound): Bytes => utf8([id, stream, by].join('\n'));

/** Seals an entry for its outer event. */
export function seal(
  { key }: Pick<FamilyKeys, 'key'>,
  { bound, inner, random }: { readonly bound: Bound; readonly inner: Inner; readonly random: World['random'] }
): Promise<Box> {
  const nonce = Uint8Array.from(random(12));
  return encrypted(key, { nonce, bound: boundBytes(bound), plain: utf8(JSON.stringify(inner)) });
}

/** What an entry holds; nothing, where the seal does not fit the key or the outer event, or holds no entry. */
export async function unseal(
  { key }: Pick<FamilyKeys, 'key'>,
  { bound, box }: { readonly bound: Bound; readonly box: Box }
): Promise<Inner | undefined> {
  const opened = await decrypted(key, box, boundBytes(bound));
  if (opened === undefined) return undefined;
  const inner = v.safeParse(v.pipe(v.string(), v.parseJson(), innerSchema), new TextDecoder().decode(opened));
  return inner.success ? inner.output : undefined;
}
