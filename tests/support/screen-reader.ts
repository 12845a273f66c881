import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import { announced, script } from './spoken';

const address = '/screen-reader.js';
// So named, the unused-code check sees that the package is used.
const require = createRequire(import.meta.url);
const file = require.resolve('@guidepup/virtual-screen-reader/browser.js');

interface VirtualReader {
  start: (options: { container: Node }) => Promise<void>;
  stop: () => Promise<void>;
  next: () => Promise<void>;
  lastSpokenPhrase: () => Promise<string>;
  spokenPhraseLog: () => Promise<string[]>;
}

interface Heard {
  reader: VirtualReader;
}

/** Puts the virtual reader into the page, once for all pages that are reached by links. It comes from the page's own server, which its policy lets in. */
export async function bringReader(page: Page): Promise<void> {
  await page.route(address, (route) => route.fulfill({ path: file, contentType: 'text/javascript' }));
  await page.evaluate(`import('${address}').then(({ virtual }) => { window.reader = virtual; })`);
}

/** What is heard when somebody goes through a part of the page from its beginning to its end: see `script`. */
export async function readThrough(part: Locator): Promise<string[]> {
  const phrases = await part.evaluate(async (container) => {
    const { reader } = window as unknown as Heard;
    // The virtual reader would read on into what is folded away.
    const folded = [...document.querySelectorAll('details:not([open]) > :not(summary)')];
    for (const one of folded) one.setAttribute('aria-hidden', 'true');
    await reader.stop();
    await reader.start({ container });
    const begin = await reader.lastSpokenPhrase();
    while ((await reader.lastSpokenPhrase()) !== `end of ${begin}`) await reader.next();
    const log = await reader.spokenPhraseLog();
    await reader.stop();
    for (const one of folded) one.removeAttribute('aria-hidden');
    // In front of it stands what the reader still had to say of the step before.
    return log.slice(log.lastIndexOf(begin));
  });
  return script(phrases);
}

/** From now on what the page says of itself is heard. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { reader } = window as unknown as Heard;
    await reader.stop();
    await reader.start({ container: document.body });
  });
}

/** What the page said of itself since `listen`. */
export async function heardSince(page: Page): Promise<string[]> {
  return announced(await page.evaluate(() => (window as unknown as Heard).reader.spokenPhraseLog()));
}
