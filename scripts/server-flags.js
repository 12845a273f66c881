/**
 * What Node is told where the server runs; package.json's `start` and `demo` say the same. On a machine with much
 * memory V8 lets the space for what is new grow to 134 MB before it throws anything away; a club's server needs 34.
 */
export const serverFlags = ['--max-semi-space-size=16'];
