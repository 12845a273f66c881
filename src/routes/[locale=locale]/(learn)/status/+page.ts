import { locales } from '$lib/i18n/locales';
import type { EntryGenerator } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));
