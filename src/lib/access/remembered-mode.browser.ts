/** Where a device remembers what it is there for. Named in the register of stored things. */
export const modeKey = 'digitaltreff.tablet-mode';

/** Whether this device remembers a purpose that locks it. */
export function remembersMode(): boolean {
  try {
    return localStorage.getItem(modeKey) !== null;
  } catch {
    return false;
  }
}
