import type { Attachment } from 'svelte/attachments';

/**
 * Brings a part into sight when it has changed: new messages push what can be done below the edge of the window. Not at the
 * start, when the person has not done anything yet.
 * @param changes what the part follows
 */
export function shownWhole(changes: () => readonly unknown[]): Attachment<HTMLElement> {
  let isNew = true;
  return (node) => {
    void changes();
    if (!isNew) node.scrollIntoView({ block: 'nearest' });
    isNew = false;
  };
}
