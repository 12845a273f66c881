/** What the browser lets this site use on the device. */
export interface Space {
  usedBytes: number;
  freeBytes: number;
}

/** Asks the browser; undefined where it does not tell. Its numbers are rounded on purpose. */
export async function spaceOnDevice(): Promise<Space | undefined> {
  const estimate = await navigator.storage?.estimate?.();
  if (estimate?.usage === undefined || estimate.quota === undefined) return undefined;
  return { usedBytes: estimate.usage, freeBytes: Math.max(0, estimate.quota - estimate.usage) };
}
