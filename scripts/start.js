// npm start: builds what is stale, then serves. Every expected trouble is one clear line and exit code 1.
import { buildIfStale } from './build.js';
import { serve } from './serve.js';

try {
  buildIfStale();
  await serve(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
