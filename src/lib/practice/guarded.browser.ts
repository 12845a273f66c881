import type { Attachment } from 'svelte/attachments';

/** What a hand or a keyboard can do to a screen. */
const touches = [
  ...['click', 'pointerdown', 'pointerup', 'keydown', 'keyup'],
  ...['beforeinput', 'input', 'change', 'submit', 'focusin', 'focusout']
];

/** Hears what is thrown while a touch of what lies in the element is answered: that reaches no boundary. */
export const guarded =
  (onfault: (error: unknown) => void): Attachment =>
  (node) => {
    let touch: Event | undefined;
    const ending = new AbortController();
    const { signal } = ending;
    for (const name of touches)
      node.addEventListener(name, (event) => (touch = event), { capture: true, passive: true, signal });
    addEventListener(
      'error',
      ({ error }) => {
        // Still on its way through the page: whatever is thrown now is thrown by one of its listeners.
        if (error !== null && touch && touch.eventPhase !== Event.NONE) onfault(error);
      },
      { signal }
    );
    return () => ending.abort();
  };
