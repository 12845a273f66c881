import { createContext } from 'svelte';
import { firstSettings, parseSettings, settingsKey, shownTheme, type Settings } from './settings';

/** The reader's settings while a page is open: what is chosen, shown on `<html>` and kept on the device. */
export class ReaderSettings {
  chosen = $state.raw<Settings>(firstSettings);

  /**
   * Takes over what the boot script has already shown, and follows the device and the other tabs.
   * @returns the way to stop
   */
  start(): () => void {
    this.chosen = parseSettings(stored());
    const queries = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
    const follow = (): void => show(this.chosen);
    const fromOtherTab = (event: StorageEvent): void => {
      if (event.key !== settingsKey) return;
      this.chosen = parseSettings(event.newValue);
      follow();
    };
    follow();
    for (const query of queries) query.addEventListener('change', follow);
    addEventListener('storage', fromOtherTab);
    return () => {
      for (const query of queries) query.removeEventListener('change', follow);
      removeEventListener('storage', fromOtherTab);
    };
  }

  /** Holds at once and is kept; where the browser keeps nothing, it holds until the page closes. */
  choose(settings: Settings): void {
    this.chosen = settings;
    show(settings);
    try {
      localStorage.setItem(settingsKey, JSON.stringify(settings));
    } catch {
      // No storage (private window, full disk): the choice still holds on this page.
    }
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(settingsKey);
  } catch {
    return null;
  }
}

function show({ theme, text, calm }: Settings): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = shownTheme(theme, {
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    moreContrast: matchMedia('(prefers-contrast: more)').matches
  });
  if (text === 100) delete dataset['text'];
  else dataset['text'] = String(text);
  if (calm) dataset['calm'] = '';
  else delete dataset['calm'];
}

/** The root layout provides it and calls `start` in an effect. */
export const [useSettings, provideSettings] = createContext<ReaderSettings>();
