import type { Attachment } from 'svelte/attachments';

/**
 * Sets a custom property on an element through the CSSOM: a size or a level that no class can name. The
 * Content-Security-Policy forbids style attributes, not this.
 */
export const cssValue =
  (name: `--${string}`, value: number): Attachment<HTMLElement> =>
  (node) => {
    node.style.setProperty(name, String(value));
  };
