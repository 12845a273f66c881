// npm run office-link: a new one-time link when the office is locked out. Whoever can run this owns the server anyway.
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = resolve(process.env.DATA_DIR ?? join(root, 'data'));
const origin = process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`;

try {
  const { module } = await runnerImport('/src/lib/access/office-link.server.ts', {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: join(root, 'src/lib') } }
  });
  const link = await module.officeLink({ dataDir, origin });
  console.log(
    `Open this link once, within 24 hours, to make an office account or to give one a new password:\n${link}`
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
