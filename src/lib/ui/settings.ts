import * as v from 'valibot';

const themes = ['system', 'light', 'dark', 'contrast'] as const;
const textSizes = [100, 125, 150, 200] as const;

/** What a reader may set. It belongs to the device, not to a person, and needs no account (ACCESSIBILITY P02). */
export interface Settings {
  /** `system` follows the device until the reader chooses. */
  theme: (typeof themes)[number];
  /** Per cent of the browser's own text size. */
  text: (typeof textSizes)[number];
  /** Nothing moves. */
  calm: boolean;
}

/** What `system` may come out as. */
export type ShownTheme = Exclude<Settings['theme'], 'system'>;

/** The key in local storage; `src/boot.js` reads it before the first paint. */
export const settingsKey = 'digitaltreff.settings';

export const firstSettings: Settings = { theme: 'system', text: 100, calm: false };

const schema = v.object({
  theme: v.fallback(v.picklist(themes), firstSettings.theme),
  text: v.fallback(v.picklist(textSizes), firstSettings.text),
  calm: v.fallback(v.boolean(), firstSettings.calm)
});

/** Reads what was stored. Whatever is broken or unknown falls back to its first value; it never throws. */
export function parseSettings(stored: string | null): Settings {
  try {
    return v.parse(v.fallback(schema, firstSettings), JSON.parse(stored ?? '{}'));
  } catch {
    return firstSettings;
  }
}

/** The theme to show. A device that asks for more contrast outranks its wish for dark. */
export function shownTheme(theme: Settings['theme'], device: { dark: boolean; moreContrast: boolean }): ShownTheme {
  if (theme !== 'system') return theme;
  if (device.moreContrast) return 'contrast';
  return device.dark ? 'dark' : 'light';
}
