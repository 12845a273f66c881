// npm run verify | rebuild | backup | restore: what the operator does to the data (docs/operate.md).
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = resolve(process.env.DATA_DIR ?? join(root, 'data'));
const [name, ...args] = process.argv.slice(2);

try {
  const { module } = await runnerImport(`/src/lib/upkeep/${name}.server.ts`, {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: join(root, 'src/lib') } }
  });
  process.exitCode = await module.run({ dataDir, args, say: (/** @type {string} */ line) => console.log(line) });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
