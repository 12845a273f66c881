/**
 * What Node is told where the server runs; package.json's `start` and `demo` say the same. On a machine with much
 * memory V8 lets the space for what is new double again and again, up to 134 MB; a town's evening needs a fifth of that.
 */
export const serverFlags = ['--max-semi-space-size=8'];
