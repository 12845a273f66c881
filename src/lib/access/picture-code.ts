import * as v from 'valibot';
import type { MemberPicture } from '$lib/ui/pictures';

/** The twelve pictures of a code: unlike in shape, easy to name. The order never changes: hands remember places. */
export const codePictures = [
  'red-apple',
  'cat-face',
  'sunflower',
  'sailboat',
  'key',
  'bicycle',
  'teapot',
  'umbrella',
  'owl',
  'star',
  'tropical-fish',
  'locomotive'
] as const satisfies readonly MemberPicture[];

export type CodePicture = (typeof codePictures)[number];

/** So many pictures make a code. In which order they are tapped does not matter (docs/decisions/0025). */
export const codeLength = 4;

/** Wrong tries until a trainer opens. */
export const mostTries = 5;

/**
 * What a tablet has of a code, so that it can ask for it without a network. The code cannot be read from it, but who has
 * it can try all 495 codes: it keeps people from taking the wrong picture, not from a thief (SYNC.md, "Rights").
 */
export interface PictureLock {
  readonly salt: string;
  readonly rounds: number;
  readonly hash: string;
}

export const pictureCodeSchema = v.pipe(
  v.array(v.picklist(codePictures)),
  v.length(codeLength),
  v.check((chosen) => new Set(chosen).size === codeLength)
);

/** Rounds of PBKDF2 with SHA-256: about a third of a second on an old tablet. */
const lockRounds = 200_000;

/** Makes the lock of a code. @param salt base64url, never used before */
export async function makePictureLock(
  chosen: readonly string[],
  { salt, rounds = lockRounds }: { salt: string; rounds?: number }
): Promise<PictureLock> {
  return { salt, rounds, hash: await hashOf(chosen, { salt, rounds }) };
}

/** Whether these pictures open a lock. */
export async function opensLock({ hash, ...lock }: PictureLock, chosen: readonly string[]): Promise<boolean> {
  return (await hashOf(chosen, lock)) === hash;
}

async function hashOf(chosen: readonly string[], { salt, rounds }: Omit<PictureLock, 'hash'>): Promise<string> {
  const text = new TextEncoder();
  const code = text.encode([...chosen].sort().join(' '));
  const raw = await crypto.subtle.importKey('raw', code, 'PBKDF2', false, ['deriveBits']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: rounds };
  return [...new Uint8Array(await crypto.subtle.deriveBits(way, raw, 256))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
