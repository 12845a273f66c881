import { expect, test } from 'vitest';
import { pressKind, steadyPress, type Press } from './press';

const aPress = (change: Partial<Press>): Press => ({ ...steadyPress, ...change });

test.each<[string, Partial<Press>, ReturnType<typeof pressKind>]>([
  ['a short touch is a tap', { heldForMs: 120 }, 'tap'],
  ['a key or a screen reader is always a tap', {}, 'tap'],
  ['a slow hand still taps', { heldForMs: 700 }, 'tap'],
  ['a long touch is told apart', { heldForMs: 701 }, 'long'],
  ['a slip of 15 pixels still is a tap', { heldForMs: 120, slipPx: 15 }, 'tap'],
  ['a slip of 16 pixels is none', { heldForMs: 120, slipPx: 16 }, 'slip'],
  ['two fingers are ignored', { fingers: 2 }, 'ignored'],
  ['a second tap within 400 ms is ignored', { sinceLastMs: 399 }, 'ignored'],
  ['a tap after 400 ms counts', { sinceLastMs: 400 }, 'tap'],
  ['a trembling long press with two fingers is ignored, not blamed', { fingers: 2, heldForMs: 2000 }, 'ignored']
])('%s', (_name, change, kind) => {
  expect(pressKind(aPress(change))).toBe(kind);
});
