const themes = ['system', 'light', 'dark', 'contrast'] as const;
const textSizes = [100, 125, 150, 200] as const;
/** How fast texts are read aloud, slow to fast. */
export const paces = ['slow', 'normal', 'fast'] as const;

/** What a reader may set. It belongs to the device, not to a person, and needs no account (ACCESSIBILITY P02). */
export interface Settings {
  /** `system` follows the device until the reader chooses. */
  theme: (typeof themes)[number];
  /** Per cent of the browser's own text size. */
  text: (typeof textSizes)[number];
  /** Nothing moves. */
  calm: boolean;
  /** How fast texts are read aloud. */
  pace: (typeof paces)[number];
}

/** What `system` may come out as. */
export type ShownTheme = Exclude<Settings['theme'], 'system'>;

/** The key in local storage; `src/boot.js` reads it before the first paint. */
export const settingsKey = 'digitaltreff.settings';

export const firstSettings: Settings = { theme: 'system', text: 100, calm: false, pace: 'normal' };

/**
 * Reads what was stored. Whatever is broken or unknown falls back to its first value; it never throws. By hand: this
 * is on every page before it can be used, and a schema library would weigh more than the rest of it.
 */
export function parseSettings(stored: string | null): Settings {
  const fields = new Map<string, unknown>();
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    if (typeof value === 'object' && value !== null)
      for (const [name, field] of Object.entries(value)) fields.set(name, field);
  } catch {
    // Not JSON: the first values hold.
  }
  return {
    theme: themes.find((theme) => theme === fields.get('theme')) ?? firstSettings.theme,
    text: textSizes.find((size) => size === fields.get('text')) ?? firstSettings.text,
    calm: fields.get('calm') === true,
    pace: paces.find((pace) => pace === fields.get('pace')) ?? firstSettings.pace
  };
}

/** The theme to show. A device that asks for more contrast outranks its wish for dark. */
export function shownTheme(theme: Settings['theme'], device: { dark: boolean; moreContrast: boolean }): ShownTheme {
  if (theme !== 'system') return theme;
  if (device.moreContrast) return 'contrast';
  return device.dark ? 'dark' : 'light';
}
