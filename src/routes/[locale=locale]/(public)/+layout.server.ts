import { readOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { LayoutServerLoad } from './$types';

/** Who runs this, for the pages that the law asks for. They are fetched anew, and kept by the worker for offline. */
export const load: LayoutServerLoad = async ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-cache' });
  return { operator: await readOperator(getStore().dataDir) };
};
