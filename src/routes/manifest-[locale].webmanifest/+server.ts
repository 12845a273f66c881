import { error } from '@sveltejs/kit';
import { isLocale, locales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { appManifest } from '$lib/pwa/app-manifest';
import { servedContent } from '../content/served.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const GET: RequestHandler = async ({ params: { locale } }) => {
  if (!isLocale(locale)) error(404);
  const t = await loadMessages(locale, ['base', 'device']);
  const courses = servedContent().courses.filter((course) => course.locale === locale);
  return new Response(JSON.stringify(appManifest(locale, t, courses)), {
    headers: { 'content-type': 'application/manifest+json' }
  });
};
