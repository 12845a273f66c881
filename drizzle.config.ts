import { defineConfig } from 'drizzle-kit';

/** Every room's tables stand in its schema.server.ts; migrations only add (docs/decisions/0006). */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/lib/*/schema.server.ts',
  out: './drizzle'
});
