import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The one inline script of every page (src/boot.js): it sets theme, text size and calm mode before the first
 * paint. Prerendered pages carry no nonce, so the content security policy names the script's hash.
 */
export const bootScript = readFileSync(new URL('../src/boot.js', import.meta.url), 'utf8').trim();

/** The boot script's source for the `script-src` directive. */
export const inlineHash = `sha256-${createHash('sha256').update(bootScript).digest('base64')}`;
