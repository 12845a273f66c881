import { locales } from '$lib/i18n/locales';
import { loadCatalogue } from '$lib/learning/load';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = ({ fetch, params }) => loadCatalogue(fetch, params.locale);
