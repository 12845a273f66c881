/** Reading aloud on a page, and its key: what a lesson loads together once it can be used. */
export { PageReader } from './reader.browser';
export { default as ReadKey } from './ReadKey.svelte';
