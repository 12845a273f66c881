import type { BrowserContext, ConsoleMessage, WebError } from '@playwright/test';

/** What the browser itself says when a server stops under a page that listens to it. */
const stopping = /status of 503 .*\/api\/live\?/;
/** What the browser itself says when there is no network: the tests switch it off on purpose. */
const noNetwork =
  /^Failed to load resource: net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|INTERNET_DISCONNECTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|SOCKET_NOT_CONNECTED|FAILED)/;

/** Collects what must not happen in any page of a test: `console.error`, page errors, unhandled rejections. */
export class BrowserErrors {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [noNetwork, stopping];

  /** Answers how to look away again, for a browser that outlives the test. */
  watch(context: BrowserContext): () => void {
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === 'error') this.#note(inWords(message));
    };
    const onError = (error: WebError) => this.#note(error.error().stack || String(error.error()));
    context.on('console', onConsole).on('weberror', onError);
    return () => void context.off('console', onConsole).off('weberror', onError);
  }

  /** This test makes such errors on purpose. Call it before. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  get unexpected(): string[] {
    return this.#seen.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  #note(text: string): void {
    this.#seen.push(text);
  }
}

const inWords = (message: ConsoleMessage): string => `${message.text()} (${message.location().url})`;
