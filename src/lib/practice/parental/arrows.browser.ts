/** Which way an arrow goes. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Attachment for menus that are used with a pad as well: arrow up and down go from key to key, as Tab does. Fields keep
 * their arrows.
 */
export function arrows(node: HTMLElement): () => void {
  const go = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const { activeElement } = document;
    if (step === undefined || !(activeElement instanceof HTMLButtonElement)) return;
    const keys = [...node.querySelectorAll('button')];
    const at = keys.indexOf(activeElement);
    const next = at < 0 ? undefined : keys[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  node.addEventListener('keydown', go);
  return () => {
    node.removeEventListener('keydown', go);
  };
}
