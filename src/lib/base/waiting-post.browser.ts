/** Whether any letter of a kind waits on this device (post-queue.browser.ts); asked on every page, so it loads nothing. */
export function hasWaiting(key: string): boolean {
  try {
    return (localStorage.getItem(key) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}
