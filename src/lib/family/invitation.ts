import { err, ok, type Result } from '$lib/base/result';
import { addressTextOf, bytesInAddress } from './bytes';

/** What a second phone needs to belong to a family. Whoever has it can read everything. */
export interface Invitation {
  /** a UUID */
  readonly family: string;
  /** 256 bits, as `newSecret` makes them */
  readonly secret: string;
  /** UTC milliseconds, in whole minutes */
  readonly until: number;
}

/** How long a code is shown, and how long the app on the other phone takes it. */
export const shownForMs = 10 * 60_000;

/** The clocks of two phones differ. */
const slackMs = 5 * 60_000;

/** `cut`: not whole, or with a sign that is another · `over`: it was made too long ago. */
export type InvitationFault = 'cut' | 'over';

const mark = 'join=';
const minuteMs = 60_000;
const [idBytes, secretBytes, minuteBytes, checkBytes] = [16, 32, 4, 4];
const wholeBytes = idBytes + secretBytes + minuteBytes + checkBytes;

/** The part of an address behind the #, which no browser sends. */
export async function invitationText({ family, secret, until }: Invitation): Promise<string> {
  const bytes = new Uint8Array(wholeBytes);
  const hex = family.replaceAll('-', '').match(/../g) ?? [];
  bytes.set(hex.map((pair) => parseInt(pair, 16)));
  bytes.set(bytesInAddress(secret), idBytes);
  new DataView(bytes.buffer).setUint32(idBytes + secretBytes, Math.ceil(until / minuteMs));
  bytes.set(await checkOf(bytes), wholeBytes - checkBytes);
  return mark + addressTextOf(bytes);
}

/** Whether the part behind the # is meant as an invitation, whole or not. */
export const isInvitation = (hash: string): boolean => hash.startsWith(`#${mark}`);

/** Reads such a part. @param now UTC milliseconds */
export async function readInvitation(hash: string, now: number): Promise<Result<Invitation, InvitationFault>> {
  const bytes = bytesInAddress(hash.slice(mark.length + 1));
  if (bytes.length !== wholeBytes) return err('cut');
  const check = await checkOf(bytes);
  if (check.some((byte, index) => byte !== bytes[wholeBytes - checkBytes + index])) return err('cut');
  const until = new DataView(bytes.buffer).getUint32(idBytes + secretBytes) * minuteMs;
  if (now > until + slackMs) return err('over');
  const hex = [...bytes.slice(0, idBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const family = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return ok({ family, secret: addressTextOf(bytes.slice(idBytes, idBytes + secretBytes)), until });
}

/** Four bytes that tell a cut or mistyped code from a whole one. They protect nothing. */
async function checkOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice(0, wholeBytes - checkBytes));
  return new Uint8Array(hash.slice(0, checkBytes));
}
