/**
 * Where work is kept: on the device, or only until the page is closed. `damaged`: there is a database, but it does not
 * open.
 */
export type StorageState = 'ok' | 'full' | 'unavailable' | 'damaged';

/** What the person is told about their work (SYNC.md, promise 4 of the browser). */
export interface SyncStatus {
  /** events that wait to be sent */
  readonly waiting: number;
  /** events that the server refused */
  readonly refused: number;
  /** of the waiting ones: those that need their author to sign in again */
  readonly unauthorized: number;
  /** unsent events that went because their stream was deleted */
  readonly gone: number;
  /** whether there is a network, and the last exchange found the server */
  readonly online: boolean;
  readonly sending: boolean;
  /** the page came over http: no worker, no locks, no encryption */
  readonly insecure: boolean;
  /** the server speaks a newer protocol: reload, nothing is lost */
  readonly reload: boolean;
  /** the HTTP status of a server that does not understand what is sent: waiting alone will not help */
  readonly broken?: number | undefined;
  /** events of somebody who learns without a name: they stay on this device and are never sent */
  readonly local?: number;
  readonly storage: StorageState;
  /** UTC milliseconds of the last exchange that went well */
  readonly lastExchangeAt?: number | undefined;
  /** the server's clock minus this device's at that exchange, in milliseconds */
  readonly offsetMs?: number | undefined;
}

/** The one line that stands for a status. Its texts are `sync.status.<line>`. */
export type StatusLine =
  | 'saved'
  | 'here'
  | 'waiting'
  | 'sending'
  | 'signIn'
  | 'help'
  | 'reload'
  | 'broken'
  | 'full'
  | 'unavailable'
  | 'damaged';

/**
 * The most important thing to say now. `saved` says "sent", so it needs an exchange that went well; what stays on
 * this device alone is only kept `here`.
 */
export function statusLine(status: SyncStatus, { isVisitor }: { isVisitor: boolean }): StatusLine {
  const { waiting, unauthorized, local = 0 } = status;
  if (status.storage !== 'ok') return status.storage;
  if (status.refused > 0) return 'help';
  if (status.reload) return 'reload';
  if (waiting === 0) return status.lastExchangeAt === undefined || (isVisitor && local > 0) ? 'here' : 'saved';
  // Who looks for a server that is away does not send yet.
  if (status.sending && status.online) return 'sending';
  if (status.broken !== undefined) return 'broken';
  return unauthorized === waiting ? 'signIn' : 'waiting';
}
