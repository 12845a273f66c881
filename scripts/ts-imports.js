// Lets a script on Node 24 import the pure TypeScript of src/lib as Vite does: `$lib/…`, and names without an ending.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const lib = new URL('../src/lib/', import.meta.url);

registerHooks({
  resolve(specifier, context, nextResolve) {
    const own = specifier.startsWith('$lib/') ? new URL(specifier.slice('$lib/'.length), lib).href : specifier;
    const isPath = own.startsWith('.') || own.startsWith('file:');
    const wanted = isPath && context.parentURL ? new URL(own, context.parentURL) : undefined;
    if (wanted && !existsSync(fileURLToPath(wanted)) && existsSync(`${fileURLToPath(wanted)}.ts`))
      return nextResolve(`${wanted.href}.ts`, context);
    return nextResolve(own, context);
  }
});
