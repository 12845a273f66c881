/** What the engine needs of the page that it runs in. */
export interface Surroundings {
  isOnline(): boolean;
  isVisible(): boolean;
  /** whether the page came over HTTPS (or from this machine) */
  readonly isSecure: boolean;
  /** Calls when the network or the page comes back, and when either goes; answers how to stop. */
  onChange(listener: () => void): () => void;
  /** Calls once, later; answers how to prevent it. */
  later(ms: number, call: () => void): () => void;
  /** Runs one piece of work at a time over all tabs of this app. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Tells whoever looks after the program that something broke that should not. */
  report(error: unknown): void;
  /** Asks the browser to send what waits when the server can be reached again, also when no page is open then. */
  sendLater(): void;
  /** Asks the browser, once, to keep this app's data when space gets short. */
  keepData(): void;
}
