import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { doorkeeper } from '$lib/access/doorkeeper.server';
import { ensureSetUpKey, setUpAddress } from '$lib/access/set-up-link.server';
import { world } from '$lib/base/world';
import { bringErrorPage } from '$lib/frame/error-page';
import { localeFacts, localeOfPath, sourceLocale } from '$lib/i18n/locales';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import { dailyUpkeep, watchDays } from '$lib/upkeep/daily.server';

/** While nobody can sign in as the office, each start prints a new one-time link. */
export const init: ServerInit = async () => {
  await bringErrorPage();
  if (building) return;
  watchDays({
    world,
    later: (ms, call) => void setTimeout(call, ms).unref(),
    upkeep: () => dailyUpkeep({ store: getStore(), world }, getServerSync().log),
    report: (error) => console.error(error)
  });
  const key = await ensureSetUpKey({ store: getStore(), world });
  if (key === undefined) return;
  const origin = process.env['DIGITALTREFF_ADDRESS'] ?? 'http://localhost:5173';
  process.stdout.write(
    `Set Digitaltreff up with this link (once, within 24 hours):\n${setUpAddress({ origin, key, locale: sourceLocale })}\n`
  );
};

const language: Handle = async ({ event, resolve }) => {
  const locale = localeOfPath(event.url.pathname);
  const { lang, dir } = localeFacts[locale];
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%locale.lang%', lang)
        .replace('%locale.dir%', dir)
        .replaceAll('%locale%', locale)
        // No blank around it: the policy's hash is of the script alone.
        .replace(/\s*%boot%\s*/, () => __BOOT__)
  });
};

export const handle = sequence(doorkeeper, language);
