import { sveltekit } from '@sveltejs/kit/vite';
import Icons from 'unplugin-icons/vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { bootScript } from './scripts/boot-script.js';
import { codeGroups } from './scripts/code-groups.js';
import { germanWhereMissingPlugin } from './scripts/german-where-missing.js';
import { offlineCodePlugin } from './scripts/offline-code.js';
import { safariFieldsPlugin } from './scripts/safari-fields.js';

const inBrowser = ['**/*.svelte.test.ts', 'tests/e2e/**', 'tests/a11y/**'];
const proofs = 'tests/faults/**/*.test.ts';

/** Tests that run by themselves: the proofs take minutes of one core, and are a part of their own (scripts/test-parts.js). */
const testProject = (
  name: string,
  include: string[],
  exclude: string[],
  more: TestProjectInlineConfiguration['test'] = {}
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    environment: 'node',
    include,
    exclude,
    setupFiles: ['tests/support/fail-on-console-error.ts', 'tests/support/quick-argon2.ts'],
    // Two checks share two cores: a test that waits for the disk may wait for its turn, too.
    testTimeout: 30_000,
    ...more
  }
});

/**
 * Unit tests share one thread and what it has loaded. No module does anything when it is imported (STYLE 10): a new
 * process for each file would only load the same modules again, which takes longer than the tests themselves.
 */
const shared = { pool: 'threads', isolate: false } as const;

export default defineConfig({
  // The package's own entry is its UMD build; the modern one is the same code for the browsers that we support.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  plugins: [
    Icons({ compiler: 'svelte', scale: 1, defaultClass: 'icon' }),
    germanWhereMissingPlugin(),
    offlineCodePlugin(),
    sveltekit(),
    safariFieldsPlugin()
  ],
  define: { __BOOT__: JSON.stringify(bootScript) },
  build: {
    // Safari 15.4 is meant: what it lacks of 16, safariFieldsPlugin does.
    target: ['chrome109', 'edge109', 'safari16', 'firefox115'],
    // The policy loads typefaces from files alone, and a style sheet need not carry the letters of one language.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    cssTarget: ['chrome109', 'safari15.4', 'firefox115'],
    // Kit's pages name what they need themselves; the list of scripts at every late import would weigh more than it saves.
    modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) }
  },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: codeGroups } } } } } },
  server: { host: '127.0.0.1' },
  test: {
    projects: [
      testProject('unit', ['src/**/*.test.ts', 'tests/**/*.test.ts'], [...inBrowser, proofs], shared),
      testProject('proofs', [proofs], inBrowser)
    ]
  }
});
