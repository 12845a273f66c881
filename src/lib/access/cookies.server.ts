import type { Cookies } from '@sveltejs/kit';
import { deviceCookie, sessionCookie } from './actor.server';

const day = 86_400;

/** Kept by the browser as long as a session can last; the server decides when it is over. */
export function setSessionCookie(cookies: Cookies, { url, token }: { url: URL; token: string }): void {
  cookies.set(sessionCookie, token, { ...shared(url), maxAge: 7 * day });
  // Tells the browser's own script that somebody has signed in (sync/handed-on.browser.ts). It proves nothing.
  cookies.set('signed-in', '1', { ...shared(url), httpOnly: false, maxAge: 7 * day });
}

export function dropSessionCookie(cookies: Cookies, url: URL): void {
  cookies.delete(sessionCookie, shared(url));
}

/** Kept for the longest time that browsers allow, and set anew with each exchange. */
export function setDeviceCookie(cookies: Cookies, { url, cookie }: { url: URL; cookie: string }): void {
  cookies.set(deviceCookie, cookie, { ...shared(url), maxAge: 400 * day });
}

/** No script reads them, no other site's form sends them; over https they never travel in the clear. */
function shared(url: URL) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}
