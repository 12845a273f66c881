/** One finger, pen, mouse or key on the pretend screen, from touching down to letting go. */
export interface Press {
  /** Milliseconds from down to up; 0 for a key or a screen reader's click. */
  heldForMs: number;
  /** How far the finger slipped between down and up, in CSS pixels. */
  slipPx: number;
  /** How many fingers were down at once. */
  fingers: number;
  /** Milliseconds since the last press ended. */
  sinceLastMs: number;
}

export type PressKind = 'tap' | 'long' | 'slip' | 'ignored';

/** Longer than this is a long press on most tablets (400 to 500 ms), with room for slow hands. */
const longPressMs = 700;
/** A trembling finger slips; up to here it still was a tap (ACCESSIBILITY.md, O04). */
const slipAllowedPx = 15;
/** A second tap within this time is a tremor, not a wish (ACCESSIBILITY.md, O04). */
export const tremorMs = 400;

/** A press that can't be anything but a tap: a key, a switch, a screen reader. */
export const steadyPress: Press = { heldForMs: 0, slipPx: 0, fingers: 1, sinceLastMs: Number.MAX_SAFE_INTEGER };

/** What a press was. Two fingers and second taps are ignored without a word: nobody does them on purpose here. */
export function pressKind({ heldForMs, slipPx, fingers, sinceLastMs }: Press): PressKind {
  if (fingers > 1 || sinceLastMs < tremorMs) return 'ignored';
  if (slipPx > slipAllowedPx) return 'slip';
  return heldForMs > longPressMs ? 'long' : 'tap';
}
