/**
 * What Node is told where the server runs; package.json's `start` and `demo` say the same. On a machine with much
 * memory V8 lets the space for what is new double again and again, up to 134 MB; a town's evening needs a fifth of that.
 * And it lets the rest double before it tidies up: the bodies of requests heap up meanwhile, and what the system gave
 * for them it does not get back. A quarter more is enough, and keeps the level of the first minutes.
 */
export const serverFlags = ['--max-semi-space-size=4', '--heap-growing-percent=25'];
