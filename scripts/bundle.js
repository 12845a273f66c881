import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles one server-side TypeScript file of this project, so that a plain Node process can run it.
 * @param {string} entry its path from the project's root
 * @returns {Promise<string>} the path of the finished file
 */
export async function bundle(entry) {
  makeSettings();
  const name = createHash('sha256').update(entry).digest('hex').slice(0, 8);
  const outDir = join(root, '.cache', 'bundles', name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'main.js' } }
    }
  });
  return join(outDir, 'main.js');
}

/** The compiler's settings extend a file that Kit makes: on a bare clone there is none yet. */
function makeSettings() {
  if (existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) return;
  spawnSync(process.execPath, [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'], { cwd: root });
}
