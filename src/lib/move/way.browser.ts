import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { world } from '$lib/base/world';
import { newSecret } from '$lib/family/sealing';
import { readCarried, type Carried } from './carried';
import {
  largestBox,
  packed,
  parcelCodeText,
  parcelId,
  parcelSchema,
  unpacked,
  waitsForMs,
  type ParcelCode
} from './parcel';

/** `offline`: the server is not reached · `busy`: it takes none just now · `large`: only a file can carry so much. */
export type SendFault = 'offline' | 'busy' | 'large';

/** `used`: somebody has fetched it, or its time is over · `damaged`: it came, and cannot be read. */
export type FetchFault = 'offline' | 'busy' | 'used' | 'damaged';

export interface SentParcel {
  /** the part of the address behind the # */
  readonly text: string;
  /** UTC milliseconds */
  readonly until: number;
}

/** Seals a text and leaves it with the server for ten minutes. */
export async function sendParcel(text: string): Promise<Result<SentParcel, SendFault>> {
  const secret = newSecret(world);
  const parcel = await packed(secret, text, world);
  if (parcel.box.length > largestBox) return err('large');
  const until = world.now() + waitsForMs;
  const answer = await asked('PUT', parcel);
  if (!answer || answer.status >= 500) return err('offline');
  return answer.ok ? ok({ text: await parcelCodeText({ secret, until }), until }) : err('busy');
}

const boxSchema = v.pick(parcelSchema, ['nonce', 'box']);

/** Fetches what a code promises. It can be fetched once. */
export async function fetchParcel(code: ParcelCode): Promise<Result<Carried, FetchFault>> {
  const answer = await asked('POST', { id: await parcelId(code) });
  if (!answer || answer.status >= 500) return err('offline');
  if (!answer.ok) return err(answer.status === 404 ? 'used' : 'busy');
  const box = v.safeParse(boxSchema, await answer.json().catch(() => undefined));
  const text = box.success ? await unpacked(code.secret, box.output) : undefined;
  const carried = readCarried(text ?? '');
  return carried.ok ? carried : err('damaged');
}

const asked = (method: 'PUT' | 'POST', body: object): Promise<Response | undefined> =>
  fetch('/api/parcel', {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  }).catch(() => undefined);
