import type { Cookies } from '@sveltejs/kit';
import { cardCookie, deviceCookie, sessionCookie } from './actor.server';

const day = 86_400;

/** Kept by the browser as long as a session can last; the server decides when it is over. */
export function setSessionCookie(cookies: Cookies, { url, token }: { url: URL; token: string }): void {
  cookies.set(sessionCookie, token, { ...shared(url), maxAge: 7 * day });
  tellSignedIn(cookies, url);
}

export function dropSessionCookie(cookies: Cookies, url: URL): void {
  cookies.delete(sessionCookie, shared(url));
}

/** Kept for the longest time that browsers allow, and set anew with each exchange. */
export function setDeviceCookie(cookies: Cookies, { url, cookie }: { url: URL; cookie: string }): void {
  cookies.set(deviceCookie, cookie, { ...shared(url), maxAge: 400 * day });
}

/** On an own device kept like a tablet's, on another one until the browser is closed. */
export function setCardCookie(
  cookies: Cookies,
  { url, cookie, own }: { url: URL; cookie: string; own: boolean }
): void {
  const life = own ? { maxAge: 400 * day } : {};
  cookies.set(cardCookie, cookie, { ...shared(url), ...life });
}

/** Tells the browser's own script that somebody has come (sync/handed-on.browser.ts). It proves nothing. */
export function tellSignedIn(cookies: Cookies, url: URL): void {
  cookies.set('signed-in', '1', { ...shared(url), httpOnly: false, maxAge: 7 * day });
}

/** No script reads them, no other site's form sends them; over https they never travel in the clear. */
function shared(url: URL) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}
