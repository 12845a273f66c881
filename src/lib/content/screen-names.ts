/** The pretend-screens that a picture can show; what each may hold stands in `screens.ts`. */
export const screenNames = [
  'plate',
  'device',
  'home',
  'list',
  'keyboard',
  'gesture',
  'dialog',
  'panel',
  'compare',
  'wifi',
  'apps'
] as const;
export type ScreenName = (typeof screenNames)[number];
