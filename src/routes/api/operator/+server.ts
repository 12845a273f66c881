import { json } from '@sveltejs/kit';
import { readOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

/** Who runs this: what every page shows, also those that were rendered before it was known. */
export const GET: RequestHandler = async () => {
  const operator = await readOperator(getStore().dataDir);
  const { name = '', line = '', helpTelephone = '', logo } = operator ?? {};
  return json(
    { name, line, helpTelephone, logo: logo ? `/api/operator/logo?v=${logo}` : null },
    { headers: { 'cache-control': 'no-cache' } }
  );
};
