import { createHash, timingSafeEqual } from 'node:crypto';
import type { World } from '$lib/base/world';

/** A new secret of 256 bits, fit for cookies and addresses. */
export function newSecret({ random }: Pick<World, 'random'>): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** What is kept of a secret that we made ourselves. Being pure chance it needs no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether a secret is the one that was kept, in the same time whatever it is. */
export function isSecret(secret: string, keptHash: string): boolean {
  const [a, b] = [Buffer.from(hashSecret(secret)), Buffer.from(keptHash)];
  return a.length === b.length && timingSafeEqual(a, b);
}
