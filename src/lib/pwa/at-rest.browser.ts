/** After this the page is at rest in any case: some old tablets are never idle. */
const longestMs = 5000;
/** Safari 15 has no idle callback. */
const guessMs = 2000;

/**
 * Waits until the page has loaded and the browser has nothing to do, so that what comes next disturbs nobody.
 * Kit may start the app after `load`: then that is not waited for.
 */
export async function atRest(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((settle) => addEventListener('load', settle, { once: true }));
  await new Promise<unknown>((settle) => setTimeout(settle, guessMs));
  if ('requestIdleCallback' in window)
    await new Promise<unknown>((settle) => requestIdleCallback(settle, { timeout: longestMs }));
}
