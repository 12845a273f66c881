const key = 'digitaltreff.handed-on';
const lockKey = 'digitaltreff.locked';
/** when the pages of the staff were last touched */
export const touchKey = 'digitaltreff.staff-touched';
/** Set by the server with each sign-in, so that a browser without our script's help knows of it, too. */
const signInCookie = 'signed-in';

/**
 * Whether the staff who worked on this device have handed it on or signed out. From then on it asks the server as the
 * device alone (and so ends a session that could not be ended without a network), until somebody signs in again.
 */
export function isHandedOn(): boolean {
  try {
    if (!document.cookie.split('; ').some((cookie) => cookie.startsWith(`${signInCookie}=`)))
      return localStorage.getItem(key) !== null;
    for (const name of [key, lockKey, touchKey]) localStorage.removeItem(name);
    dropCookie();
  } catch {
    // No storage: nothing is kept that could be handed on.
  }
  return false;
}

export function markHandedOn(): void {
  try {
    dropCookie();
    localStorage.setItem(key, '');
  } catch {
    // No storage: what is on the screen goes with the page.
  }
}

/** Whether the pages of the staff wait for a PIN. Signing in opens them, too. */
export function isLocked(): boolean {
  void isHandedOn();
  try {
    return localStorage.getItem(lockKey) !== null;
  } catch {
    return false;
  }
}

export function setLocked(is: boolean): void {
  try {
    if (is) localStorage.setItem(lockKey, '');
    else localStorage.removeItem(lockKey);
  } catch {
    // No storage: there is no PIN either.
  }
}

function dropCookie(): void {
  document.cookie = `${signInCookie}=; path=/; max-age=0; samesite=lax`;
}
