import { createTapFilter } from '$lib/ui/second-tap';

/**
 * Attachment for a pretend screen: a second tap within 400 ms on the same or a neighbouring place is a tremor and reaches
 * nothing (ACCESSIBILITY.md, O04). Keys, switches and screen readers are never held back.
 */
export function steady(node: HTMLElement): () => void {
  const meant = createTapFilter();
  const sieve = (event: MouseEvent): void => {
    if (event.detail === 0) return;
    const { timeStamp: at, clientX: x, clientY: y, target } = event;
    if (meant({ at, x, y, placeless: false, target })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  node.addEventListener('click', sieve, { capture: true });
  return () => node.removeEventListener('click', sieve, { capture: true });
}
