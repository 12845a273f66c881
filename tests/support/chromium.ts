import { existsSync } from 'node:fs';

const nss = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64'];
const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/**
 * A Chromium that is there: CHROMIUM_PATH, else the one in the npm package on Linux, else an installed one.
 * Nothing: Playwright's own, where somebody has installed it. It is made ready once, by the first process that asks.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  if (process.platform === 'linux' && process.arch === 'x64') {
    // The package brings libnss3 along for bare machines; where there is one, the machine's own fits better.
    if (!nss.some((folder) => existsSync(`${folder}/libnss3.so`))) process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  }
  return installed.find((path) => existsSync(path));
}

/** The package's own arguments switch web security off, so none of them; root needs to do without the sandbox. */
export const chromiumArguments: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
