import { redirect } from '@sveltejs/kit';
import { preferredLocale } from '$lib/i18n/locales';
import type { RequestHandler } from './$types';

/** The bare address leads to the start page in the person's language. */
export const GET: RequestHandler = ({ cookies, request, setHeaders }) => {
  setHeaders({ vary: 'Accept-Language, Cookie', 'cache-control': 'no-cache' });
  redirect(302, `/${preferredLocale(cookies.get('locale'), request.headers.get('accept-language'))}`);
};
