import crypto, { type Argon2Parameters } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let isFull = false;
let isQuickened = false;

/**
 * From now on whatever is imported derives passwords and codes in one pass over a few kilobytes, as if by a machine of
 * the next century. The code that asks for it, and what it asks for, stay as they are.
 */
export function quickenArgon2(): void {
  if (isQuickened) return;
  isQuickened = true;
  const { argon2 } = crypto;
  const quick: typeof argon2 = (algorithm, asked, done) => argon2(algorithm, isFull ? asked : least(asked), done);
  Object.assign(crypto, { argon2: quick });
  syncBuiltinESMExports();
}

/** The least that argon2 takes. */
const least = (asked: Argon2Parameters): Argon2Parameters => ({ ...asked, memory: 8 * asked.parallelism, passes: 1 });

/** For tests that prove the strength itself: what is asked for is done. Answers how to end that. */
export function atFullStrength(): () => void {
  isFull = true;
  return () => void (isFull = false);
}
