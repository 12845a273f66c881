import type { TransportError } from './transport';

/**
 * How a round ended: `done`; `again` later, perhaps not before `retryAfterMs`, and soon where the server is `away`: it
 * may be back any moment, and knocking costs it nothing; `reload`: the server
 * speaks a newer protocol, or a newer app has opened the device's database; `broken`: the server does not understand, waiting alone will not help.
 */
export type RoundEnd =
  | { readonly end: 'done' }
  | { readonly end: 'again'; readonly retryAfterMs?: number; readonly isAway?: boolean }
  | { readonly end: 'reload' }
  | { readonly end: 'broken'; readonly status: number };

/** No way to the server, or a proxy that says so. */
const awayStatus = new Set([0, 502, 503, 504]);

/** No network, no rest for the server, no author: all of that is waited out, and keeps every event. */
export function endOf({ status, retryAfterMs }: TransportError): RoundEnd {
  if (status === 426) return { end: 'reload' };
  if (status === 0 || status === 401 || status === 408 || status === 429 || status >= 500) {
    return { end: 'again', ...(retryAfterMs === undefined ? { isAway: awayStatus.has(status) } : { retryAfterMs }) };
  }
  return { end: 'broken', status };
}
