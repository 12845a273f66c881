/** What a person can do about an error. */
export type Remedy = 'wait' | 'try-again' | 'reload' | 'sign-in' | 'ask-for-help' | 'free-space' | 'tell-operator';

export interface ErrorFacts {
  /** the HTTP status it travels with */
  readonly status: number;
  /** `info` needs nothing now, `again` goes on by itself or with one more try, `stop` needs somebody */
  readonly severity: 'info' | 'again' | 'stop';
  readonly remedy: Remedy;
  /** the text that says what happened, that nothing is lost, and the next step */
  readonly textKey: `errors.${string}.text`;
}

function facts<Code extends string>(
  code: Code,
  status: number,
  severity: ErrorFacts['severity'],
  remedy: Remedy
): ErrorFacts & { readonly textKey: `errors.${Code}.text` } {
  return { status, severity, remedy, textKey: `errors.${code}.text` as const };
}

/** The one table of errors. A new code gets a line here and a text in every language. */
export const errors = {
  // One event of a batch, refused by the server (SYNC.md, promise 3 of the server)
  invalid: facts('invalid', 422, 'stop', 'ask-for-help'),
  'unknown-type': facts('unknown-type', 422, 'stop', 'reload'),
  forbidden: facts('forbidden', 403, 'stop', 'ask-for-help'),
  gone: facts('gone', 410, 'info', 'wait'),
  conflict: facts('conflict', 409, 'stop', 'ask-for-help'),
  rate: facts('rate', 429, 'again', 'wait'),
  'too-large': facts('too-large', 413, 'stop', 'ask-for-help'),
  unauthorized: facts('unauthorized', 401, 'info', 'sign-in'),
  held: facts('held', 202, 'info', 'wait'),
  // A whole exchange
  'broken-request': facts('broken-request', 400, 'stop', 'reload'),
  'too-much': facts('too-much', 413, 'again', 'wait'),
  'old-app': facts('old-app', 426, 'again', 'reload'),
  busy: facts('busy', 503, 'again', 'wait'),
  offline: facts('offline', 503, 'info', 'wait'),
  // The device's storage
  'storage-full': facts('storage-full', 507, 'stop', 'free-space'),
  'storage-unavailable': facts('storage-unavailable', 500, 'stop', 'ask-for-help'),
  // The server's start
  'data-dir-not-writable': facts('data-dir-not-writable', 500, 'stop', 'tell-operator'),
  'database-newer': facts('database-newer', 500, 'stop', 'tell-operator'),
  'database-damaged': facts('database-damaged', 500, 'stop', 'tell-operator')
} as const;

export type ErrorCode = keyof typeof errors;

/** A broken promise, with its code. The message is one line for the operator's log. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
