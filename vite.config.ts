import { sveltekit } from '@sveltejs/kit/vite';
import Icons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import { bootScript } from './scripts/boot-script.js';
import { offlineCodePlugin } from './scripts/offline-code.js';

/**
 * What most pages share (icons, keys, notices, the frame) comes in one file instead of one for each: a request costs
 * more than an icon's bytes. What fewer pages need stays where it is needed.
 */
const shared = {
  name: 'shared',
  test: /~icons|\/src\/lib\/(ui\/(Arrow|Brand|Button|Footer|Header|Notice|PageShell|Progress|Tool|icon|second-tap|settings)|frame\/(SitePage|operator)|i18n\/(?!messages\/)|access\/[Pp]erson|pwa\/(Offline|app-update|at-rest)|sync\/(opened|app\.))/,
  minShareCount: 6
};

export default defineConfig({
  // The package's own entry is its UMD build; the modern one is the same code for the browsers that we support.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  plugins: [Icons({ compiler: 'svelte', scale: 1, defaultClass: 'icon' }), offlineCodePlugin(), sveltekit()],
  define: { __BOOT__: JSON.stringify(bootScript) },
  build: {
    target: ['chrome109', 'edge109', 'safari15.4', 'firefox115'],
    cssTarget: ['chrome109', 'safari15.4', 'firefox115'],
    // Kit's pages name what they need themselves; the list of scripts at every late import would weigh more than it saves.
    modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) }
  },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [shared] } } } } } },
  server: { host: '127.0.0.1' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.svelte.test.ts', 'tests/e2e/**', 'tests/a11y/**'],
          setupFiles: ['tests/support/fail-on-console-error.ts'],
          // Two checks share two cores: a test that waits for the disk may wait for its turn, too.
          testTimeout: 30_000
        }
      }
    ]
  }
});
