import { ok, type Result } from '$lib/base/result';
import { addressTextOf, bytesInAddress } from './bytes';
import { timedCodeText, readTimedCode, type CodeFault, type CodeShape } from './timed-code';

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

const [idBytes, secretBytes] = [16, 32];
const shape: CodeShape = { mark: 'join=', bytes: idBytes + secretBytes };

/** The part of an address behind the #, which no browser sends. */
export function invitationText({ family, secret, until }: Invitation): Promise<string> {
  const content = new Uint8Array(shape.bytes);
  const hex = family.replaceAll('-', '').match(/../g) ?? [];
  content.set(hex.map((pair) => parseInt(pair, 16)));
  content.set(bytesInAddress(secret), idBytes);
  return timedCodeText(shape, { content, until });
}

/** Whether the part behind the # is meant as an invitation, whole or not. */
export const isInvitation = (hash: string): boolean => hash.startsWith(`#${shape.mark}`);

/** Reads such a part. @param now UTC milliseconds */
export async function readInvitation(hash: string, now: number): Promise<Result<Invitation, CodeFault>> {
  const read = await readTimedCode(shape, { hash, now });
  if (!read.ok) return read;
  const { content, until } = read.value;
  const hex = [...content.slice(0, idBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const family = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return ok({ family, secret: addressTextOf(content.slice(idBytes)), until });
}
