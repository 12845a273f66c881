import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './tests/support/chromium';
import { pick } from './tests/support/turn';

const executablePath = await chromiumPath();

/** The largest two looks of axe: `npm test` takes one of them, by turns of the sources, and `npm run test:axe` both. */
const turns = ['**/a11y/office.spec.ts', '**/a11y/club.spec.ts'];
const isThorough = Boolean(process.env['EVERY_THEME']);
const resting = isThorough ? [] : [pick(turns)];

export default defineConfig({
  testDir: 'tests',
  outputDir: '.cache/playwright',
  globalSetup: './tests/support/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Two cores: while one test waits for a timer or the disk, another may work (754 s with two, 684 s with three).
  workers: 3,
  // One test looks at all practices, in each theme three times as long.
  timeout: isThorough ? 360_000 : 120_000,
  expect: { timeout: 10_000 },
  // What failed stands at the end of the log, where somebody looks for it.
  reporter: 'dot',
  projects: [
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'a11y', testMatch: 'a11y/**/*.spec.ts', testIgnore: resting }
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1024, height: 768 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    trace: 'off',
    // A worker that installs fetches 200 files, more than most tests do: who needs it asks for it.
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments }
  }
});
