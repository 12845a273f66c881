/** Where work is kept: on the device, or only until the page is closed. */
export type StorageState = 'ok' | 'full' | 'unavailable';

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
  readonly storage: StorageState;
  /** UTC milliseconds of the last exchange that went well */
  readonly lastExchangeAt?: number | undefined;
}

/** The one line that stands for a status. Its texts are `sync.status.<line>`. */
export type StatusLine = 'saved' | 'waiting' | 'sending' | 'help' | 'reload' | 'full' | 'unavailable';

/** The most important thing to say now. */
export function statusLine(status: SyncStatus): StatusLine {
  if (status.storage !== 'ok') return status.storage;
  if (status.refused > 0) return 'help';
  if (status.reload) return 'reload';
  if (status.waiting === 0) return 'saved';
  return status.sending ? 'sending' : 'waiting';
}
