import { createTapFilter } from '$lib/ui/second-tap';

/**
 * Attachment for a pretend screen: a second tap within 400 ms on the same or a neighbouring place is a tremor and reaches
 * nothing (ACCESSIBILITY.md, O04). Keys, switches and screen readers are never held back; a key that is held down counts once.
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
  const once = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
  };
  node.addEventListener('click', sieve, { capture: true });
  node.addEventListener('keydown', once);
  return () => {
    node.removeEventListener('click', sieve, { capture: true });
    node.removeEventListener('keydown', once);
  };
}
