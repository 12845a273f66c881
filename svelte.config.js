import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { inlineHash } from './scripts/boot-script.js';
import { compressFolder } from './scripts/compress.js';
import { completePageCode } from './scripts/page-code.js';
import { sourceHash } from './scripts/source-hash.js';

const node = adapter({ precompress: true });

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
  kit: {
    adapter: {
      ...node,
      adapt: (builder) => {
        completePageCode({ client: builder.getClientDirectory(), server: builder.getServerDirectory() });
        return node.adapt({ ...builder, compress: compressFolder });
      }
    },
    // One version of the app = one state of its sources: a rebuild without a change keeps every file name.
    version: { name: process.env.BUILD_VERSION ?? sourceHash(), pollInterval: 0 },
    // The shell answers navigations to any depth, so its script addresses must not be relative.
    paths: { relative: false },
    alias: { '$offline-code': '.svelte-kit/offline-code.js', $fonts: '.svelte-kit/fonts' },
    serviceWorker: { register: false },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', inlineHash],
        // Kit's route announcer carries one inline style; its hash stands here instead of a general permission.
        'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self']
      }
    },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail', handleUnseenRoutes: 'fail', entries: ['*'] }
  }
};
