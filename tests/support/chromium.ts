import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe'
];

/**
 * A Chromium that is there: CHROMIUM_PATH, else the one in the npm package on Linux, else an installed one.
 * Nothing: Playwright's own, where somebody has installed it.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  return installed.find((path) => existsSync(path));
}

/** The package's own arguments switch web security off, so none of them; root needs to do without the sandbox. */
export const chromiumArguments: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Unpacks the package's browser once for each of its versions, in the project's own folder. An unpacking that was
 * broken off is begun anew, and a browser that another project left in /tmp is not taken for ours.
 */
async function packagedChromium(): Promise<string> {
  const home = join(root, '.cache', `chromium-${packageVersion()}`);
  const done = join(home, 'unpacked');
  if (!existsSync(done)) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
  }
  const path = await within(home, async () => {
    // So the package brings its libnss3 along: bare machines have none.
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  });
  writeFileSync(join(home, 'fonts', 'fonts.conf'), fontSettings);
  writeFileSync(done, '');
  return path;
}

/**
 * The package's own settings look for its fonts in /tmp/fonts alone. Without any font that it knows, the browser gives
 * text no height and refuses web fonts, too. So they name the fonts beside them, wherever they were unpacked.
 */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** The package unpacks into the system's temporary folder: for as long as it works, that is another one. */
async function within<Made>(folder: string, work: () => Promise<Made>): Promise<Made> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

function packageVersion(): string {
  const file = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}
