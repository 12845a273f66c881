import type { ScreenName } from './screen-names';

/** What a pretend-screen may hold. */
interface ScreenRules {
  /** Items: coloured pictures, a fixed set, free ids, or none. */
  items: 'pictures' | 'free' | 'none' | readonly string[];
  /** Whether each item needs a text of its own in every language. */
  labels: 'each' | 'optional';
  /** Texts that are no item and must be there. */
  texts: readonly string[];
  /** Texts that are no item and may be there. */
  mayTexts: readonly string[];
  /** What a ring may mark. */
  ring: 'items' | readonly string[];
  /** What stands after `|` in a label, where it must be one of a few words. */
  details?: readonly string[];
}

const deviceParts = ['screen', 'camera', 'power', 'volume', 'charge', 'speaker', 'home'] as const;
const panelParts = ['brightness', 'volume', 'wifi', 'flight'] as const;
const keys = ['shift', 'space', 'delete', 'enter', 'numbers', 'a'] as const;

const plain = { items: 'free', labels: 'each', texts: [], mayTexts: [], ring: 'items' } as const;

/** The vocabulary of pictures: one line a screen. */
export const screenRules: Record<ScreenName, ScreenRules> = {
  plate: { ...plain, items: 'pictures', labels: 'optional' },
  device: { ...plain, items: deviceParts },
  home: { ...plain, items: 'pictures' },
  list: { ...plain, texts: ['title'] },
  keyboard: { ...plain, items: 'none', texts: ['text'], ring: keys },
  gesture: { ...plain, items: 'none', mayTexts: ['tap', 'long', 'swipe', 'scroll', 'zoom'], ring: [] },
  dialog: { ...plain, texts: ['title', 'text'] },
  panel: { ...plain, items: panelParts },
  compare: { ...plain, items: 'none', texts: ['small', 'large'], ring: ['small', 'large'] },
  wifi: { ...plain, mayTexts: ['title'], details: ['locked', 'open'] },
  apps: { ...plain, items: 'pictures' }
};
