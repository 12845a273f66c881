/** What becomes of a way to the server's signals. */
export interface SourceEvents {
  opened(): void;
  said(text: string): void;
  /** It is over, whether it was ever open or not. */
  failed(): void;
}

/** Opens a way to the server's signals; answers how to close it. */
export type OpenSource = (events: SourceEvents) => () => void;

/** Server-sent events. The browser's own reconnecting is not used: it knows neither growing waits nor a hidden page. */
export function signalSource(address: string): OpenSource {
  return ({ opened, said, failed }) => {
    const source = new EventSource(address);
    source.onopen = opened;
    source.onmessage = ({ data }) => said(String(data));
    source.onerror = () => {
      source.close();
      failed();
    };
    return () => source.close();
  };
}
