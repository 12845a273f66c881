import { argon2, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { World } from '$lib/base/world';
import { normalPassword } from './password-rules';

const derive = promisify(argon2);

/** OWASP's floor for argon2id: 19 MiB, 2 passes, 1 lane. About 80 ms. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagBytes = 32;

interface Kept extends Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'> {
  readonly salt: Buffer;
  readonly tag: Buffer;
}

/** A password as it is kept: a PHC string, which names its own cost, so that the cost can grow. */
export async function hashPassword(password: string, { random }: Pick<World, 'random'>): Promise<string> {
  const salt = Buffer.from(random(16));
  const tag = await derive('argon2id', {
    ...cost,
    message: normalPassword(password),
    nonce: salt,
    tagLength: tagBytes
  });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(tag)}`;
}

/**
 * Whether a password is the kept one. Without a kept one (nobody of that name) it works just as long and says no, so
 * that the time tells nobody which names exist.
 */
export async function isPassword(password: string, phc: string | undefined): Promise<boolean> {
  const kept = parse(phc ?? nobody);
  if (!kept) return false;
  const { memory, passes, parallelism, salt, tag } = kept;
  const message = normalPassword(password);
  const found = await derive('argon2id', { memory, passes, parallelism, message, nonce: salt, tagLength: tag.length });
  return timingSafeEqual(found, tag) && phc !== undefined;
}

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function parse(phc: string): Kept | undefined {
  const [, memory, passes, parallelism, salt, tag] = form.exec(phc) ?? [];
  if (salt === undefined || tag === undefined) return undefined;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64')
  };
}

function text(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
