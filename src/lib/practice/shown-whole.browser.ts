import type { Attachment } from 'svelte/attachments';

/**
 * Brings a part into sight when it has changed: new messages push what can be done below the edge of the window. Not at the
 * start, when the person has not done anything yet.
 * @param changes what the part follows
 */
export const shownWhole =
  (changes: () => readonly unknown[]): Attachment<HTMLElement> =>
  (node) => {
    let isFirst = true;
    $effect(() => {
      void changes();
      if (!isFirst) node.scrollIntoView({ block: 'nearest' });
      isFirst = false;
    });
  };
