import { ok, type Result } from '$lib/base/result';
import { keepLogo } from './settings.server';

/** Keeps the logo that a form carries, if it carries one; else the earlier one stays. */
export async function logoFrom(
  data: FormData,
  { dataDir, before }: { dataDir: string; before: string | undefined }
): Promise<Result<string | undefined, 'logo-kind' | 'logo-size'>> {
  const file = data.get('logo');
  if (!(file instanceof File) || file.size === 0) return ok(before);
  return keepLogo(dataDir, new Uint8Array(await file.arrayBuffer()));
}
