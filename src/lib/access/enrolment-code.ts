import type { World } from '$lib/base/world';

/**
 * Letters and digits that are not taken for one another, read aloud or from a screen across the room:
 * no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V.
 */
export const codeAlphabet = 'ACDEFGHJKMNPQRTWXY34679';
const codeLength = 6;

/** How long a code opens a tablet's way in. */
export const codeLifeMs = 10 * 60_000;

/** A new code. */
export function newCode(world: Pick<World, 'random'>): string {
  return drawSigns(world, codeLength);
}

/** So many signs, each equally likely: a byte above the last whole round of the alphabet is thrown again. */
export function drawSigns({ random }: Pick<World, 'random'>, length: number): string {
  const fair = 256 - (256 % codeAlphabet.length);
  let code = '';
  while (code.length < length) {
    for (const byte of random(length)) {
      if (byte < fair && code.length < length) code += codeAlphabet.charAt(byte % codeAlphabet.length);
    }
  }
  return code;
}

/** The code that somebody meant: small letters, spaces and dashes do not matter. Nothing if it can be none. */
export function readCode(typed: string): string | undefined {
  return readSigns(typed, codeLength);
}

/** The same for a code of another length. */
export function readSigns(typed: string, length: number): string | undefined {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return code.length === length && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : undefined;
}

/** The code in two halves, as it is shown and read aloud: "ACD 346". */
export function showCode(code: string): string {
  return `${code.slice(0, codeLength / 2)} ${code.slice(codeLength / 2)}`;
}
