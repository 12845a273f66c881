import type { Result } from '$lib/base/result';

/** Why a request brought no answer. `status` 0: there was no way to the server. */
export interface TransportError {
  readonly status: number;
  /** what the server asks to wait, in milliseconds */
  readonly retryAfterMs?: number;
}

/** The way to the server: one JSON text there, one JSON value back. */
export type Transport = (body: string) => Promise<Result<unknown, TransportError>>;
