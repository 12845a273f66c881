import type { Attachment } from 'svelte/attachments';
import { steadyPress, tremorMs, type Press } from './press';

/** A press, and the name of the control it was on; `beside` is the ground between them. */
export type PressOn = Press & { on: string };

interface Down {
  x: number;
  y: number;
  at: number;
  on: string;
  pointers: Set<number>;
  fingers: number;
}

const controlAt = (target: EventTarget | Element | null): string => {
  const control = target instanceof Element ? target.closest('[data-control]') : undefined;
  return (control instanceof HTMLElement ? control.dataset.control : undefined) ?? 'beside';
};

/**
 * Watches a field of targets and tells of each press when the finger is lifted: where it began, how long it lasted, how far it
 * slipped. Whoever slides off on purpose has not pressed. Keys, switches and screen readers come as clicks without a pointer.
 */
export const presses =
  (onpress: (press: PressOn) => void): Attachment<HTMLElement> =>
  (node) => {
    let down: Down | undefined;
    /** When the last press ended, and the last one that was no tremor: a hand that keeps trembling is heard again and again. */
    let lastEnd = Number.NEGATIVE_INFINITY;
    let lastMeant = Number.NEGATIVE_INFINITY;

    const ondown = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      down ??= {
        x: event.clientX,
        y: event.clientY,
        at: event.timeStamp,
        on: controlAt(event.target),
        pointers: new Set(),
        fingers: 0
      };
      down.pointers.add(event.pointerId);
      down.fingers = Math.max(down.fingers, down.pointers.size);
    };
    const onup = (event: PointerEvent): void => {
      if (!down?.pointers.delete(event.pointerId) || down.pointers.size > 0) return;
      const { x, y, at, on, fingers } = down;
      down = undefined;
      const sameControl = on !== 'beside' && controlAt(document.elementFromPoint(event.clientX, event.clientY)) === on;
      const slipPx = sameControl ? 0 : Math.hypot(event.clientX - x, event.clientY - y);
      const sinceLastMs = event.timeStamp - lastMeant;
      lastEnd = event.timeStamp;
      if (sinceLastMs >= tremorMs) lastMeant = lastEnd;
      onpress({ on, fingers, slipPx, sinceLastMs, heldForMs: event.timeStamp - at });
    };
    // The browser has taken the finger to scroll the page.
    const oncancel = (): void => {
      down = undefined;
    };
    const onclick = (event: MouseEvent): void => {
      const on = controlAt(event.target);
      // A click that a pointer has caused comes right after it was lifted.
      if (on !== 'beside' && event.timeStamp - lastEnd > tremorMs) onpress({ on, ...steadyPress });
    };
    const onmenu = (event: Event): void => event.preventDefault();

    const ending = new AbortController();
    const { signal } = ending;
    node.addEventListener('pointerdown', ondown, { signal });
    document.addEventListener('pointerup', onup, { signal });
    document.addEventListener('pointercancel', oncancel, { signal });
    node.addEventListener('click', onclick, { signal });
    node.addEventListener('contextmenu', onmenu, { signal });
    return () => ending.abort();
  };
