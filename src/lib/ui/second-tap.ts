/** What the filter has to know about a tap: when (milliseconds), where (CSS pixels), on what. */
export interface Tap {
  at: number;
  x: number;
  y: number;
  /** No place: a key, a switch, a screen reader. */
  placeless: boolean;
  target: unknown;
}

const restMs = 400;
const neighbourPx = 96;

/**
 * Trembling hands tap twice. A second tap within 400 ms on the same or a neighbouring control is not meant
 * (ACCESSIBILITY O04). One filter serves the whole page, because the first tap may have put another control there.
 */
export function createTapFilter(): (tap: Tap) => boolean {
  let last: Tap | undefined;
  return (tap) => {
    const again = last !== undefined && tap.at - last.at < restMs && near(last, tap);
    if (!again) last = tap;
    return !again;
  };
}

function near(first: Tap, second: Tap): boolean {
  if (first.target === second.target) return true;
  if (first.placeless || second.placeless) return false;
  return Math.hypot(first.x - second.x, first.y - second.y) < neighbourPx;
}

const meant = createTapFilter();

/** Attachment for anything that taps: `<button {@attach oneTap}>`. A second tap reaches no handler and no link. */
export function oneTap(node: HTMLElement): () => void {
  const sieve = (event: MouseEvent): void => {
    const placeless = event.detail === 0;
    if (meant({ at: event.timeStamp, x: event.clientX, y: event.clientY, placeless, target: node })) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  node.addEventListener('click', sieve, { capture: true });
  return () => node.removeEventListener('click', sieve, { capture: true });
}
