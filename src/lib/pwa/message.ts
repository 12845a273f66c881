/** What a page tells the worker. */
export type PageMessage =
  /** Somebody is at this page: keep it, and its language, for the time without a network. */
  | { type: 'visit'; path: string }
  /** A course is being loaded: keep what its lessons need besides, and answer whether it is there. */
  | { type: 'keep-extras' }
  /** The person has accepted the new version (the spelling is workbox-window's). */
  | { type: 'SKIP_WAITING' };

/** Reads a message; nothing where it is none of ours. */
export function messageOf(data: unknown): PageMessage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'SKIP_WAITING' || data.type === 'keep-extras') return { type: data.type };
  if (data.type === 'visit' && 'path' in data && typeof data.path === 'string')
    return { type: 'visit', path: data.path };
  return undefined;
}
