import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { largestLogoBytes, logoKind, operatorSchema, type Operator } from './operator';

const fileName = 'operator.json';

/** The operator's settings, or nothing before the set-up. A file that was broken by hand is named in the log. */
export async function readOperator(dataDir: string): Promise<Operator | undefined> {
  const text = await readFile(join(dataDir, fileName), 'utf8').catch(ifMissing);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), operatorSchema), text);
  if (parsed.success) return parsed.output;
  console.warn(`${join(dataDir, fileName)} cannot be read. Correct it, or save the settings in the office again.`);
  return undefined;
}

/** Keeps the settings: whole or not at all, also if the power fails. */
export async function writeOperator(dataDir: string, operator: Operator): Promise<void> {
  await replaceFile(join(dataDir, fileName), JSON.stringify(operator, undefined, 2));
}

/** Keeps a logo beside the settings and gives its file name. */
export async function keepLogo(dataDir: string, bytes: Uint8Array): Promise<Result<string, 'logo-kind' | 'logo-size'>> {
  if (bytes.length > largestLogoBytes) return err('logo-size');
  const kind = logoKind(bytes);
  if (!kind) return err('logo-kind');
  const name = `logo-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${kind}`;
  await replaceFile(join(dataDir, name), bytes);
  return ok(name);
}

/** The logo's bytes and media type. */
export async function readLogo(
  dataDir: string
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string } | undefined> {
  const name = (await readOperator(dataDir))?.logo;
  const [, kind] = /^logo-[0-9a-f]{12}\.(png|jpeg|webp)$/.exec(name ?? '') ?? [];
  if (name === undefined || kind === undefined) return undefined;
  const bytes = await readFile(join(dataDir, name)).catch(ifMissing);
  return bytes && { bytes: new Uint8Array(bytes), mediaType: `image/${kind}` };
}

/** Names of the files that the settings are made of: what a backup takes along. */
export async function settingsFiles(dataDir: string): Promise<string[]> {
  const operator = await readOperator(dataDir);
  if (operator === undefined) return [];
  const hasLogo = (await readLogo(dataDir)) !== undefined;
  return [fileName, ...(hasLogo && operator.logo !== undefined ? [operator.logo] : [])];
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, content, { mode: 0o600, flush: true });
  await rename(draft, path);
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
