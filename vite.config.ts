import { sveltekit } from '@sveltejs/kit/vite';
import Icons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import { bootScript } from './scripts/boot-script.js';
import { offlineCodePlugin } from './scripts/offline-code.js';

export default defineConfig({
  plugins: [Icons({ compiler: 'svelte', scale: 1, defaultClass: 'icon' }), offlineCodePlugin(), sveltekit()],
  define: { __BOOT__: JSON.stringify(bootScript) },
  build: { target: ['chrome109', 'edge109', 'safari15.4', 'firefox115'], cssTarget: ['chrome109', 'safari15.4', 'firefox115'] },
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
          setupFiles: ['tests/support/fail-on-console-error.ts']
        }
      }
    ]
  }
});
