import type { Component } from 'svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

/** A line icon: `import Check from '~icons/lucide/check'`. It always stands beside a word. */
export type Icon = Component<SvelteHTMLElements['svg']>;
