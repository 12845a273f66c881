import { world } from '$lib/base/world';
import { sourceLocale } from '$lib/i18n/locales';
import { openStore } from '$lib/store/open.server';
import { newSetUpKey, setUpAddress } from './set-up-link.server';

/** A new one-time link, made at the server while it runs or not. */
export async function officeLink({ dataDir, origin }: { dataDir: string; origin: string }): Promise<string> {
  const store = openStore({ dataDir });
  try {
    return setUpAddress({ origin, key: await newSetUpKey({ store, world }), locale: sourceLocale });
  } finally {
    store.close();
  }
}
