/** A part of the pretend tablet: where its number stands, and the outline that a ring draws round it. */
export interface DevicePart {
  x: number;
  y: number;
  ring: { x: number; y: number; width: number; height: number; rx: number };
}

/** Places on a drawing of 320 × 404 units. Knobs sit where most tablets have them: above and at the side. */
export const deviceParts: Readonly<Record<string, DevicePart>> = {
  screen: { x: 160, y: 180, ring: { x: 48, y: 54, width: 224, height: 268, rx: 12 } },
  camera: { x: 112, y: 46, ring: { x: 144, y: 30, width: 32, height: 32, rx: 16 } },
  power: { x: 222, y: 20, ring: { x: 238, y: 10, width: 52, height: 26, rx: 10 } },
  volume: { x: 300, y: 156, ring: { x: 272, y: 68, width: 28, height: 76, rx: 10 } },
  charge: { x: 208, y: 386, ring: { x: 132, y: 356, width: 56, height: 24, rx: 10 } },
  speaker: { x: 84, y: 388, ring: { x: 54, y: 350, width: 60, height: 24, rx: 10 } },
  home: { x: 208, y: 338, ring: { x: 141, y: 319, width: 38, height: 38, rx: 19 } }
};
