import { error } from '@sveltejs/kit';
import { readLogo } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

/** The operator's logo. Its address names its content, so it never changes. */
export const GET: RequestHandler = async () => {
  const logo = await readLogo(getStore().dataDir);
  if (!logo) error(404);
  return new Response(logo.bytes, {
    headers: { 'content-type': logo.mediaType, 'cache-control': 'public, max-age=31536000, immutable' }
  });
};
