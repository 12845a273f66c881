/** Where reports of barriers wait for a network; named in the register of stored things (privacy notice). */
export const waitingKey = 'digitaltreff.barriers';

/** Whether any report waits on this device; asked on every page, so it loads nothing. */
export function hasWaiting(): boolean {
  try {
    return (localStorage.getItem(waitingKey) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}
