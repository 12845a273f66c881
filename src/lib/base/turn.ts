/** Lets whatever waits go first (a tap, a picture to draw), so that no long work keeps a page from answering. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    // A timer would be slowed down in a page that nobody looks at.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
